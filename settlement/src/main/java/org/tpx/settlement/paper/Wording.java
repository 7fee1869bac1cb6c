package org.tpx.settlement.paper;

import static java.util.Map.entry;

import java.util.Map;

/** What the protocol's names are called on paper, in Chinese and English; a name that is not here stands for itself. */
final class Wording {
    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("MULTI_ROUND_ASCENDING", "网络竞价（多次报价） Ascending auction"),
            entry("NEGOTIATED", "协议转让 Negotiated transfer"),
            entry("DYNAMIC_QUOTATION", "动态报价 Dynamic quotation"),
            entry("SEALED_ONE_TIME", "一次报价 Sealed quotation"),
            entry("WEIGHTED", "权重报价 Weighted quotation"),
            entry("TENDER", "招投标 Tender"),
            entry("DUTCH", "降价式竞价 Dutch auction"),
            entry("COMPETITIVE_NEGOTIATION", "竞争性谈判 Competitive negotiation"),
            entry("PACKAGE", "组合竞价 Package auction"),
            entry("ROUNDS", "轮次报价 Auction in rounds"),
            entry("MARKED_PRICE", "标价成交 Marked price"),
            entry("SINGLE_QUOTE", "单一报价 Single quote"),
            entry("PATENT_INVENTION", "发明专利 Invention patent"),
            entry("PATENT_UTILITY", "实用新型专利 Utility model"),
            entry("PATENT_DESIGN", "外观设计专利 Design patent"),
            entry("PATENT_APPLICATION", "专利申请权 Patent application"),
            entry("SOFTWARE_COPYRIGHT", "软件著作权 Software copyright"),
            entry("KNOW_HOW", "技术秘密 Know-how"),
            entry("IC_LAYOUT", "集成电路布图设计 IC layout design"),
            entry("PLANT_VARIETY", "植物新品种 Plant variety"),
            entry("LICENCE_EXCLUSIVE", "独占实施许可 Exclusive licence"),
            entry("LICENCE_SOLE", "排他实施许可 Sole licence"),
            entry("LICENCE_ORDINARY", "普通实施许可 Ordinary licence"),
            entry("OPEN_LICENCE", "开放许可 Open licence"),
            entry("TECH_EQUITY", "科技型企业股权 Technology equity"),
            entry("CAPITAL_INCREASE", "增资扩股 Capital increase"),
            entry("POOL_UNIT", "组合份额 Pool units"),
            entry("SERVICE_ORDER", "技术服务 Technology service"),
            entry("LUMP_SUM", "一次性付清 One sum"),
            entry("INSTALMENTS", "分期付款 Instalments"),
            entry("CONTINGENT", "附条件付款 Contingent payment"),
            entry("ROYALTY", "入门费加提成 Entry fee and royalty"));

    private Wording() {}

    /** The words for a name of the protocol. */
    static String of(String name) {
        return WORDS.getOrDefault(name, name);
    }

    /** Every word, for the test that there are glyphs for them. */
    static String all() {
        return String.join("", WORDS.values().stream().sorted().toList());
    }
}
