package org.tpx.journal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Random salts in bulk: the key stream of AES-256 in counter mode, under a key from {@link SecureRandom} that is replaced
 * after every 64 MiB, so that a salt costs nanoseconds and tells nothing about another. The engine never sees a salt.
 * Single-threaded; allocates only when the key is replaced.
 */
public final class SaltSource {

    private static final int KEY_LENGTH = 32;
    private static final int BLOCK_LENGTH = 4096;
    private static final int BLOCKS_PER_KEY = 16_384;

    private final Cipher cipher;
    private final SecureRandom keys;
    private final boolean seeded;
    private final byte[] zeros = new byte[BLOCK_LENGTH];
    private final byte[] block = new byte[BLOCK_LENGTH];
    private int used = BLOCK_LENGTH;
    private int blocks = BLOCKS_PER_KEY;

    private SaltSource(boolean seeded) {
        this.seeded = seeded;
        this.keys = new SecureRandom();
        try {
            this.cipher = Cipher.getInstance("AES/CTR/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    /** Salts that nobody can foresee. */
    public static SaltSource random() {
        return new SaltSource(false);
    }

    /** The same salts for the same seed, for tests and golden files; never for a journal that others rely on. */
    public static SaltSource seeded(long seed) {
        SaltSource source = new SaltSource(true);
        source.use(ByteBuffer.allocate(KEY_LENGTH).putLong(seed).array());
        return source;
    }

    /** Fills {@code length} bytes, at most 4,096, from {@code offset} on. */
    public void fill(byte[] target, int offset, int length) {
        if (used + length > BLOCK_LENGTH) {
            refill();
        }
        System.arraycopy(block, used, target, offset, length);
        used += length;
    }

    private void refill() {
        if (blocks >= BLOCKS_PER_KEY && !seeded) {
            byte[] key = new byte[KEY_LENGTH];
            keys.nextBytes(key);
            use(key);
        }
        try {
            cipher.update(zeros, 0, BLOCK_LENGTH, block, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key stream ended", e);
        }
        used = 0;
        blocks++;
    }

    private void use(byte[] key) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES refused a key of its own length", e);
        }
        blocks = 0;
    }
}
