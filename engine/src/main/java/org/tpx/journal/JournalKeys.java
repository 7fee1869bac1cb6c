package org.tpx.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/**
 * The Ed25519 key pair that signs the checkpoints of a journal. The private key is a PKCS #8 PEM file that only its owner
 * may read; the public key is published as {@code journal.pub} beside the journal. Both are made at the first start.
 * Thread-safe.
 */
public final class JournalKeys {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";
    private static final int PUBLIC_KEY_LENGTH = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final PrivateKey privateKey;
    private final JournalPublicKey publicKey;

    private JournalKeys(PrivateKey privateKey, JournalPublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * Reads the keys of a journal, or makes them if it has none yet.
     *
     * @param directory the journal; its origin names the key
     * @param keyFile where the private key is
     * @throws JournalUnusableException when a file is missing, damaged or readable by others, or the two do not match
     */
    public static JournalKeys openOrCreate(JournalDirectory directory, Path keyFile) {
        boolean published = Files.exists(directory.publicKey());
        try {
            if (!Files.exists(keyFile)) {
                refuseIf(
                        published,
                        "The private key " + keyFile + " is missing, and checkpoints were signed with it: restore it.");
                create(directory, keyFile);
            }
            return open(directory, keyFile);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new JournalUnusableException("The keys of " + directory.path() + " cannot be used: " + e, e);
        }
    }

    private static void create(JournalDirectory directory, Path keyFile) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] bytes = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_KEY_LENGTH, encoded.length);
        JournalPublicKey publicKey = new JournalPublicKey(directory.origin(), bytes);
        String pem = BEGIN
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + END;
        Path temporary = keyFile.resolveSibling(keyFile.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        createOwnerOnly(temporary);
        Files.writeString(temporary, pem);
        // The public key comes first: a private key in its place vouches for it.
        DurableFiles.replace(directory.publicKey(), (publicKey + "\n").getBytes(StandardCharsets.UTF_8));
        DurableFiles.force(temporary);
        Files.move(temporary, keyFile, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.syncDirectory(keyFile.toAbsolutePath().resolveSibling("."));
    }

    private static void createOwnerOnly(Path file) throws IOException {
        if (isPosix()) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createFile(file);
        }
    }

    private static JournalKeys open(JournalDirectory directory, Path keyFile)
            throws IOException, GeneralSecurityException {
        refuseIf(
                isPosix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(keyFile)),
                "The private key " + keyFile
                        + " can be read by others: chmod 600 it, and think about who has read it.");
        String pem = Files.readString(keyFile);
        refuseIf(!pem.startsWith(BEGIN) || !pem.endsWith(END), keyFile + " is not a PKCS #8 private key in PEM.");
        byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(BEGIN.length(), pem.length() - END.length()));
        PrivateKey privateKey = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        JournalPublicKey publicKey = JournalPublicKey.parse(Files.readString(directory.publicKey()));
        JournalKeys keys = new JournalKeys(privateKey, publicKey);
        byte[] probe = directory.origin().getBytes(StandardCharsets.UTF_8);
        refuseIf(
                !publicKey.name().equals(directory.origin()) || !publicKey.verify(probe, keys.sign(probe)),
                keyFile + " and " + directory.publicKey() + " do not belong together.");
        return keys;
    }

    private static void refuseIf(boolean refused, String sentence) {
        if (refused) {
            throw new JournalUnusableException(sentence);
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** The key that others check with. */
    public JournalPublicKey publicKey() {
        return publicKey;
    }

    /** Signs a checkpoint. */
    public SignedCheckpoint sign(Checkpoint checkpoint) {
        String text = checkpoint.text();
        String line = publicKey.signatureLine(sign(text.getBytes(StandardCharsets.UTF_8)));
        return new SignedCheckpoint(checkpoint, text + "\n" + line);
    }

    /**
     * Signs something else than a checkpoint: the purpose, a line feed and the message. No purpose may be the name of a log, which has no
     * spaces, so that no signature passes for a checkpoint's.
     */
    public byte[] sign(String purpose, byte[] message) {
        refuseIf(!purpose.contains(" "), "A signature's purpose has a space in it, and \"" + purpose + "\" has none.");
        byte[] first = (purpose + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(first, first.length + message.length);
        System.arraycopy(message, 0, whole, first.length, message.length);
        return sign(whole);
    }

    /** A secret of 32 bytes that only the owner of the private key has, for keys of another purpose than signing. */
    public byte[] derivedSecret() {
        byte[] purpose = "tpx confidential fields".getBytes(StandardCharsets.UTF_8);
        byte[] encoded = privateKey.getEncoded();
        byte[] input = Arrays.copyOf(purpose, purpose.length + encoded.length);
        System.arraycopy(encoded, 0, input, purpose.length, encoded.length);
        return Digests.sha256(input);
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(privateKey);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }
}
