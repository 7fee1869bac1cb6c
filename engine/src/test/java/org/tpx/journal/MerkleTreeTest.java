package org.tpx.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MerkleTreeTest {

    private final Digests digests = new Digests();

    @Test
    void shouldHaveTheRootsOfTheReferenceTree() {
        JsonNode reference = TestResources.json("rfc6962_roots.json");
        MerkleTree tree = new MerkleTree();
        MerkleFrontier frontier = new MerkleFrontier(digests);
        List<String> roots = new ArrayList<>();
        List<String> frontierRoots = new ArrayList<>();
        roots.add(hex(tree.root()));
        frontierRoots.add(hex(root(frontier)));
        for (JsonNode leaf : reference.get("leaves_hex")) {
            byte[] hash = leafHash(HexFormat.of().parseHex(leaf.asString()));
            tree.append(hash, 0);
            frontier.append(hash, 0);
            roots.add(hex(tree.root()));
            frontierRoots.add(hex(root(frontier)));
        }

        List<String> expected = new ArrayList<>();
        reference.get("roots_hex").forEach(root -> expected.add(root.asString()));
        assertThat(roots).hasSize(9).isEqualTo(expected);
        assertThat(frontierRoots).isEqualTo(expected);
    }

    @Test
    void shouldAcceptAndRefuseInclusionProofsAsMarked() {
        JsonNode cases = TestResources.json("proofs.json").get("inclusion");
        int count = 0;
        for (JsonNode each : cases) {
            boolean verified = MerkleProof.verifyInclusion(
                    bytes(each.get("leafHash")),
                    unsigned(each.get("leafIdx")),
                    unsigned(each.get("treeSize")),
                    path(each.get("proof")),
                    bytes(each.get("root")));
            assertThat(verified)
                    .as(each.get("case").asString())
                    .isNotEqualTo(each.get("wantErr").asBoolean());
            count++;
        }
        assertThat(count).isEqualTo(98);
    }

    @Test
    void shouldAcceptAndRefuseConsistencyProofsAsMarked() {
        JsonNode cases = TestResources.json("proofs.json").get("consistency");
        int count = 0;
        for (JsonNode each : cases) {
            boolean verified = MerkleProof.verifyConsistency(
                    unsigned(each.get("size1")),
                    unsigned(each.get("size2")),
                    bytes(each.get("root1")),
                    bytes(each.get("root2")),
                    path(each.get("proof")));
            assertThat(verified)
                    .as(each.get("case").asString())
                    .isNotEqualTo(each.get("wantErr").asBoolean());
            count++;
        }
        assertThat(count).isEqualTo(98);
    }

    @Test
    void shouldProveEveryLeafInEverySize() {
        MerkleTree tree = tree(70);
        for (long size = 1; size <= 70; size++) {
            for (long index = 0; index < size; index++) {
                List<byte[]> path = tree.inclusionProof(index, size);
                assertThat(MerkleProof.verifyInclusion(tree.leaf(index), index, size, path, tree.root(size)))
                        .isTrue();
                assertThat(MerkleProof.verifyInclusion(tree.leaf((index + 1) % 70), index, size, path, tree.root(size)))
                        .isFalse();
            }
        }
    }

    @Test
    void shouldProveThatEverySizeBeginsWithEverySmallerOne() {
        MerkleTree tree = tree(70);
        for (long size = 1; size <= 70; size++) {
            for (long first = 1; first <= size; first++) {
                List<byte[]> path = tree.consistencyProof(first, size);
                assertThat(MerkleProof.verifyConsistency(first, size, tree.root(first), tree.root(size), path))
                        .isTrue();
                assertThat(MerkleProof.verifyConsistency(first, size, tree.root(first - 1), tree.root(size), path))
                        .isFalse();
            }
        }
    }

    @Test
    void shouldHaveTheSameRootAsTheFrontierPastThePiecesOfItsStore() {
        MerkleTree tree = new MerkleTree();
        MerkleFrontier frontier = new MerkleFrontier(digests);
        byte[] leaf = new byte[32];
        for (int i = 0; i < 10_001; i++) {
            leaf[i % 32] = (byte) i;
            tree.append(leaf, 0);
            frontier.append(leaf, 0);
        }
        assertThat(tree.size()).isEqualTo(frontier.size()).isEqualTo(10_001);
        assertThat(tree.root()).isEqualTo(root(frontier));
    }

    private MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            tree.append(leafHash(new byte[] {(byte) i}), 0);
        }
        return tree;
    }

    private byte[] leafHash(byte[] data) {
        byte[] hash = new byte[32];
        digests.leaf(new UnsafeBuffer(data), 0, data.length, hash, 0);
        return hash;
    }

    private static byte[] root(MerkleFrontier frontier) {
        byte[] root = new byte[32];
        frontier.root(root, 0);
        return root;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Indexes in the vectors are unsigned 64-bit numbers; the largest come out negative here. */
    private static long unsigned(JsonNode number) {
        return number.bigIntegerValue().longValue();
    }

    private static byte[] bytes(JsonNode base64) {
        return base64.isNull() ? new byte[0] : Base64.getDecoder().decode(base64.asString());
    }

    private static List<byte[]> path(JsonNode hashes) {
        List<byte[]> path = new ArrayList<>();
        hashes.forEach(hash -> path.add(bytes(hash)));
        return path;
    }
}
