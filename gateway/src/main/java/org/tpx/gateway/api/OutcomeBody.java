package org.tpx.gateway.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.InstantText;
import org.tpx.gateway.json.MessageWriter;
import org.tpx.protocol.Event;

/** The outcome of a command as the body of a response: the turn, and its events as in the stream of events. */
final class OutcomeBody {
    private OutcomeBody() {}

    static byte[] of(Outcome outcome, boolean repeated, Directory directory) {
        StringBuilder body = new StringBuilder(256);
        body.append("{\"sequence\":").append(outcome.sequence());
        body.append(",\"at\":\"").append(InstantText.OF_THE_EXCHANGE.format(outcome.timeNanos()));
        body.append("\",\"repeated\":").append(repeated).append(",\"events\":[");
        String separator = "";
        for (String line : lines(outcome, directory).split("\n", -1)) {
            if (!line.isEmpty()) {
                body.append(separator).append(line);
                separator = ",";
            }
        }
        return body.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String lines(Outcome outcome, Directory directory) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MessageWriter writer = new MessageWriter(directory, InstantText.OF_THE_EXCHANGE, out)) {
            for (Event event : outcome.events()) {
                writer.write(
                        outcome.sequence(), outcome.timeNanos(), outcome.principalId(), outcome.clientId(), (Record)
                                event);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
