package org.tpx.settlement.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tpx.settlement.proof.Certificate;
import org.tpx.settlement.proof.CertificateFacts;
import org.tpx.settlement.proof.CertificateFacts.Transferee;
import org.tpx.settlement.proof.CertificateText;
import org.tpx.settlement.proof.EventProof;

/** The certificate on paper: rendered, read back, its QR code decoded from the picture. */
class CertificatePdfTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final float DPI = 150;

    @Test
    void shouldStateEveryFactInWordsThatCanBeReadBack() throws IOException {
        String text = text(CertificatePdf.write(certificate("一种锂电池正极材料的制备方法 Cathode material", 1)));

        assertThat(text)
                .contains("CERT-2025-000001", "LST-2025-0001", "一种锂电池正极材料的制备方法 Cathode material")
                .contains("SELLER", "M-S", "B1", "M-1", "CNY 5,050,000.00", "CNY 5,000,000.00")
                .contains("2025-06-09", "2025-07-07", "2025-07-11", "2025-07-18")
                .contains("单一报价 Single quote", "发明专利 Invention patent", "一次性付清 One sum")
                .contains("TPX 技术产权交易所");
    }

    @Test
    void shouldCarryNumberHashAndPlaceOfVerificationInItsQrCode() throws IOException, ReaderException {
        Certificate certificate = certificate("一种锂电池正极材料的制备方法 Cathode material", 1);
        List<BufferedImage> pages = pages(CertificatePdf.write(certificate), "certificate");
        assertThat(pages).hasSize(1);
        BufferedImage page = pages.get(0);

        assertThat(qrCode(page))
                .isEqualTo("TPX certificate CERT-2025-000001\nevent " + certificate.eventHash()
                        + "\nverify at exchange.example/tpx");
    }

    @Test
    void shouldGiveTheSameBytesForTheSameCertificate() {
        byte[] first = CertificatePdf.write(certificate("Battery", 1));

        assertThat(CertificatePdf.write(certificate("Battery", 1))).isEqualTo(first);
        assertThat(CertificatePdf.write(certificate("Batterie", 1))).isNotEqualTo(first);
        assertThat(new String(first, UTF_8)).doesNotContain("FlateDecode", "CreationDate", "ModDate");
    }

    @Test
    void shouldAttachTheSignedJson() {
        Certificate certificate = certificate("Battery", 1);

        assertThat(CertificatePdf.attached(CertificatePdf.write(certificate)))
                .hasValueSatisfying(json -> assertThat(json).isEqualTo(CertificateText.file(certificate)));
        assertThat(CertificatePdf.attached("no PDF".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void shouldShowHostileTextAsTextAndWhatItHasNoGlyphForAsABox() throws IOException {
        String hostile = "(evil) Tj ET \\ <</JS (app.alert)>> \u202e txt \u0000\t\n😀\ud800 ﷽ 𠮷 龘 endstream";
        byte[] pdf = CertificatePdf.write(certificate(hostile, 1));

        pages(pdf, "hostile");
        assertThat(text(pdf))
                .contains("(evil) Tj ET \\ <</JS (app.alert)>> □ txt")
                .contains("□", "endstream");
    }

    @Test
    void shouldGoOnOnAnotherPageWhereThereIsMuchToSay() throws IOException, ReaderException {
        Certificate certificate = certificate("很长的标的名称".repeat(40), 50);
        byte[] pdf = CertificatePdf.write(certificate);
        List<BufferedImage> pages = pages(pdf, "long");

        assertThat(pages).hasSizeBetween(2, 4);
        assertThat(text(pdf)).contains("B50", "经审核");
        assertThat(qrCode(pages.get(pages.size() - 1))).contains(certificate.eventHash());
    }

    @Test
    void shouldHaveABoldGlyphForEveryCharacterOfItsOwnWording() throws IOException {
        String characters = new String(
                CertificatePdf.class
                        .getResourceAsStream("NotoSansSC-Bold.characters.txt")
                        .readAllBytes(),
                UTF_8);
        try (PDDocument document = new PDDocument()) {
            Typeface regular = Typeface.regular(document);
            Typeface bold = Typeface.bold(document, regular);
            assertThat(characters.codePoints().filter(letter -> letter >= ' '))
                    .hasSizeGreaterThan(100)
                    .allMatch(bold::has)
                    .allMatch(regular::has);
            assertThat(Wording.all().codePoints()).allMatch(bold::has);
        }
    }

    private static Certificate certificate(String subject, int buyers) {
        List<Transferee> transferees = new ArrayList<>();
        for (int i = 1; i <= buyers; i++) {
            transferees.add(new Transferee("B" + i, "M-" + i, "CNY 5050000.00"));
        }
        CertificateFacts facts = new CertificateFacts(
                "CERT-2025-000001",
                "TPX 技术产权交易所 TPX Technology Property-Right Exchange",
                "2025-07-18T10:30:00+08:00",
                "LST-2025-0001",
                subject,
                "PATENT_INVENTION",
                "ZL 2019 1 0123456.7",
                "2025-06-09",
                "2025-07-07",
                "2025-07-11",
                "0cc81e14754703a1baf6a45a36e0de7882b38e2be1f8388136f086d407e00bf1",
                "SELLER",
                "M-S",
                transferees,
                "SINGLE_QUOTE",
                "CNY 5000000.00",
                "CNY 5050000.00",
                "LUMP_SUM",
                "The exchange has examined this transaction. It followed the exchange's rules; the contract is signed, the price is"
                        + " in the settlement account, and the service fees of both sides are settled.",
                "经审核，本次交易符合交易规则，合同已签订，交易价款已进入结算专户，双方交易服务费已结清。",
                "exchange.example/tpx");
        EventProof proof = new EventProof(
                78, 1, 5, "0102", "00".repeat(16), List.of("ab".repeat(32)), "00".repeat(64), List.of(), "note\n");
        return new Certificate(facts, proof, "00".repeat(64));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<BufferedImage> pages(byte[] pdf, String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".pdf"), pdf);
        List<BufferedImage> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                BufferedImage page = renderer.renderImageWithDPI(i, DPI);
                ImageIO.write(
                        page,
                        "png",
                        PICTURES.resolve(name + "-" + (i + 1) + ".png").toFile());
                pages.add(page);
            }
        }
        return pages;
    }

    private static String qrCode(BufferedImage page) throws ReaderException {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
