package org.tpx.gateway.cli;

import java.util.ArrayList;
import java.util.List;
import org.tpx.settlement.proof.EventProof;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A proof as one JSON object: bytes in hexadecimal digits, the checkpoint as the note that it is. */
final class ProofJson {
    private static final String FORMAT = "tpx-event-proof-1";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProofJson() {}

    static JsonText write(EventProof proof) {
        return new JsonText()
                .put("format", FORMAT)
                .put("sequence", proof.sequence())
                .put("entry", proof.entry())
                .put("entries", proof.entries())
                .put("message", proof.message())
                .put("salt", proof.salt())
                .put("turnPath", proof.turnPath())
                .put("head", proof.head())
                .put("treePath", proof.treePath())
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
        return readMembers(proof);
    }

    /** The members of a proof that is a part of something else and names no format of its own. */
    static EventProof readMembers(JsonNode proof) {
        return new EventProof(
                number(proof, "sequence"),
                number(proof, "entry"),
                number(proof, "entries"),
                text(proof, "message"),
                text(proof, "salt"),
                path(proof, "turnPath"),
                text(proof, "head"),
                path(proof, "treePath"),
                text(proof, "checkpoint"));
    }

    static List<String> path(JsonNode proof, String name) {
        List<String> path = new ArrayList<>();
        for (JsonNode hash : proof.path(name)) {
            path.add(hash.asString(""));
        }
        return path;
    }

    static String text(JsonNode proof, String name) {
        if (!proof.path(name).isString()) {
            throw new IllegalArgumentException("has no text " + name);
        }
        return proof.path(name).stringValue();
    }

    static long number(JsonNode proof, String name) {
        if (!proof.path(name).canConvertToLong() || !proof.path(name).isIntegralNumber()) {
            throw new IllegalArgumentException("has no number " + name);
        }
        return proof.path(name).longValue();
    }
}
