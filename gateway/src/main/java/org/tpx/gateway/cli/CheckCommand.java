package org.tpx.gateway.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.gateway.json.InstantText;
import org.tpx.gateway.json.MessageWriter;
import org.tpx.settlement.proof.EventProof;
import org.tpx.settlement.proof.ExchangeKey;
import org.tpx.settlement.proof.ProofCheck;
import org.tpx.wire.MalformedMessageException;
import org.tpx.wire.RecordCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tpx audit check}: does the exchange vouch for this event? */
@Command(
        name = "check",
        description = {
            "Checks a proof of tpx audit prove against the exchange's public key, and prints the event that it proves.",
            "",
            "Needs no journal and no network. Parties and listings appear by their numbers, for a proof shows one event and not the one that "
                    + "named them. Exits with 4 where the proof does not hold."
        },
        footer = {"  $$ tpx audit check proof.json --key journal.pub"})
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AuditCommand audit;

    @Parameters(paramLabel = "FILE", description = "The proof.")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "The exchange's public key that you hold: its journal.pub, from a place that you trust.")
    private Path key = Path.of("");

    @Override
    public Integer call() throws IOException {
        ExchangeKey trusted = read("--key: ", key, ExchangeKey::parse);
        EventProof proof = read("", file, ProofJson::read);
        Optional<String> complaint = ProofCheck.complaint(proof, trusted);
        if (complaint.isPresent()) {
            audit.terminal().print("The proof does NOT hold. " + complaint.get());
            return ExitCode.DIFFERENT;
        }
        audit.terminal().print("The proof holds: " + trusted.name() + " vouches for this event.");
        audit.terminal().print(event(proof));
        return ExitCode.DONE;
    }

    /** Reads a file as something; whatever is wrong with it is said after a prefix and its name. */
    static <T> T read(String prefix, Path file, Function<String, T> reader) throws IOException {
        try {
            return reader.apply(Files.readString(file));
        } catch (NoSuchFileException failure) {
            throw new InputException(prefix + file + ": there is no such file");
        } catch (IllegalArgumentException | CharacterCodingException failure) {
            throw new InputException(prefix + file + ": " + failure.getMessage());
        }
    }

    /** The event as a line of JSON. */
    private static String event(EventProof proof) {
        UnsafeBuffer message = new UnsafeBuffer(HexFormat.of().parseHex(proof.message()));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (MessageWriter writer = new MessageWriter(
                (ref, id) -> ref.name().toLowerCase(Locale.ROOT) + " " + id, InstantText.OF_THE_EXCHANGE, line)) {
            writer.write(
                    proof.sequence(),
                    ProofCheck.timeNanos(proof),
                    0,
                    0,
                    new RecordCodec().decode(message, 0, message.capacity()));
        } catch (MalformedMessageException later) {
            return "This release does not know the event; a later one wrote it.";
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
