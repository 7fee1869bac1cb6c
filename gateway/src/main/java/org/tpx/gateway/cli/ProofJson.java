package org.tpx.gateway.cli;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.tpx.settlement.proof.EventProof;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A proof as one JSON object: hashes in hexadecimal digits, the event in Base64, the checkpoint as the note that it is. */
final class ProofJson {
    private static final String FORMAT = "tpx-event-proof-1";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final HexFormat HEX = HexFormat.of();

    private ProofJson() {}

    static JsonText write(EventProof proof) {
        return new JsonText()
                .put("format", FORMAT)
                .put("sequence", proof.sequence())
                .put("entry", proof.entry())
                .put("entries", proof.entries())
                .put("message", Base64.getEncoder().encodeToString(proof.message()))
                .put("salt", HEX.formatHex(proof.salt()))
                .put("turnPath", proof.turnPath().stream().map(HEX::formatHex).toList())
                .put("head", HEX.formatHex(proof.head()))
                .put("treePath", proof.treePath().stream().map(HEX::formatHex).toList())
                .put("checkpoint", proof.checkpoint());
    }

    /** Reads a proof; throws {@link IllegalArgumentException} with a sentence for anything else. */
    static EventProof read(String json) {
        try {
            return read(MAPPER.readTree(json));
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("is no JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    static EventProof read(JsonNode proof) {
        if (!text(proof, "format").equals(FORMAT)) {
            throw new IllegalArgumentException("is no proof of the format " + FORMAT);
        }
        return new EventProof(
                number(proof, "sequence"),
                number(proof, "entry"),
                number(proof, "entries"),
                base64(text(proof, "message")),
                hex(text(proof, "salt")),
                path(proof, "turnPath"),
                hex(text(proof, "head")),
                path(proof, "treePath"),
                text(proof, "checkpoint"));
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException failure) {
            throw new IllegalArgumentException("message is not in Base64", failure);
        }
    }

    private static byte[] hex(String text) {
        try {
            return HEX.parseHex(text);
        } catch (IllegalArgumentException failure) {
            throw new IllegalArgumentException("has a hash that is not in hexadecimal digits", failure);
        }
    }

    private static List<byte[]> path(JsonNode proof, String name) {
        List<byte[]> path = new ArrayList<>();
        for (JsonNode hash : proof.path(name)) {
            path.add(hex(hash.asString("")));
        }
        return path;
    }

    private static String text(JsonNode proof, String name) {
        if (!proof.path(name).isString()) {
            throw new IllegalArgumentException("has no text " + name);
        }
        return proof.path(name).stringValue();
    }

    private static long number(JsonNode proof, String name) {
        if (!proof.path(name).canConvertToLong() || !proof.path(name).isIntegralNumber()) {
            throw new IllegalArgumentException("has no number " + name);
        }
        return proof.path(name).longValue();
    }
}
