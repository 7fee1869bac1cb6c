package org.tpx.settlement.bank;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was carried out, kept under names that say which message it was and which content it had: so a message that comes again is known
 * by its name, after any crash. Single-threaded.
 */
final class Archive {
    private static final char PARTS = '~';
    private static final int DIGITS = 16;

    private final BankFolder folder;
    private final Map<String, Set<String>> contents = new HashMap<>();

    Archive(BankFolder folder) {
        this.folder = folder;
        for (Path file : BankFolder.files(folder.done())) {
            String[] parts = file.getFileName().toString().split(String.valueOf(PARTS), -1);
            if (parts.length == 4) {
                contents.computeIfAbsent(parts[2], key -> new HashSet<>()).add(parts[3].replace(".xml", ""));
            }
        }
    }

    boolean contains(BankMessage message, byte[] content) {
        return contents.getOrDefault(key(message), Set.of()).contains(digest(content));
    }

    boolean containsOther(BankMessage message, byte[] content) {
        return contents.containsKey(key(message)) && !contains(message, content);
    }

    void keep(Path file, BankMessage message, byte[] content) {
        String name = message.kind() + PARTS + readable(message.messageId()) + PARTS + key(message) + PARTS
                + digest(content) + ".xml";
        BankFolder.rename(file, folder.done().resolve(name));
        contents.computeIfAbsent(key(message), key -> new HashSet<>()).add(digest(content));
    }

    void refuse(Path file, byte[] content, String sentence) {
        String name = digest(content) + PARTS + readable(file.getFileName().toString());
        BankFolder.write(folder.refused().resolve(name + ".txt"), sentence + "\n");
        BankFolder.rename(file, folder.refused().resolve(name));
    }

    private static String key(BankMessage message) {
        return digest((message.kind() + "\n" + message.messageId()).getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] content) {
        return Digest.hex(content).substring(0, DIGITS);
    }

    private static String readable(String text) {
        String safe = text.replaceAll("[^A-Za-z0-9._-]", "_");
        return safe.length() > 80 ? safe.substring(0, 80) : safe;
    }
}
