package org.tpx.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tpx.gateway.view.RandomMarket.Turn;
import org.tpx.protocol.UnitEvent;

/** Nobody learns from the market's data whose an order is. */
class AnonymityTest {
    @Test
    void shouldLetNoPersonPartyOrOrderNumberOut() throws ReflectiveOperationException {
        List<Turn> turns = RandomMarket.turns(11, 4_000);
        // Neither sequence, time, price nor number of units is ever one of these.
        Set<Long> hidden = new HashSet<>();
        for (Turn turn : turns) {
            turn.events().forEach(event -> collect(event, hidden));
        }
        assertThat(hidden).hasSizeGreaterThan(300);

        MarketView view = new MarketView(100);
        List<Object> told = new ArrayList<>();
        view.joinAll(told::addAll);
        turns.forEach(turn -> MarketViewTest.read(view, turn));
        view.codes().forEach(code -> told.add(view.snapshot(code).orElseThrow()));
        Set<Long> numbers = new HashSet<>();
        List<String> texts = new ArrayList<>();
        for (Object message : told) {
            walk(message, numbers, texts);
        }
        assertThat(numbers).hasSizeGreaterThan(1_000).doesNotContainAnyElementsOf(hidden);
        assertThat(texts)
                .containsOnly(
                        "UNITS-1", "UNITS-2", "UNITS-3", "Units of UNITS-1", "Units of UNITS-2", "Units of UNITS-3");
    }

    @Test
    void shouldHaveNoPlaceForAName() {
        Set<String> names = new TreeSet<>();
        for (Class<?> message : MarketData.class.getPermittedSubclasses()) {
            names(message, names);
        }
        assertThat(names).contains("number", "turn", "price", "units", "order").noneMatch(name -> name.toLowerCase(
                        Locale.ROOT)
                .matches(".*(party|member|principal|client|entered|buyer|seller|holder|owner|reason).*"));
    }

    private static void collect(Object event, Set<Long> hidden) {
        if (event instanceof UnitEvent.OrderRested rested) {
            hidden.addAll(List.of(rested.enteredById(), rested.orderNumber(), rested.partyId()));
        } else if (event instanceof UnitEvent.UnitsTraded traded) {
            hidden.addAll(List.of(traded.buyEnteredById(), traded.buyOrderNumber(), traded.buyerId()));
            hidden.addAll(List.of(traded.sellEnteredById(), traded.sellOrderNumber(), traded.sellerId()));
        }
    }

    private static void walk(Object value, Set<Long> numbers, List<String> texts) throws ReflectiveOperationException {
        if (value instanceof Number number) {
            numbers.add(number.longValue());
        } else if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof List<?> list) {
            for (Object entry : list) {
                walk(entry, numbers, texts);
            }
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                walk(component.getAccessor().invoke(record), numbers, texts);
            }
        }
    }

    private static void names(Class<?> type, Set<String> names) {
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                names.add(component.getName());
                names(component.getType(), names);
            }
        }
    }
}
