package org.tpx.settlement.paper;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.tpx.settlement.proof.Certificate;
import org.tpx.settlement.proof.CertificateFacts;
import org.tpx.settlement.proof.CertificateText;

/**
 * A certificate on paper: the facts in Chinese and English, a QR code with number, event hash and where to verify, and the signed JSON
 * attached. The same certificate gives the same bytes, so a PDF is checked by writing it again from what is attached to it.
 */
public final class CertificatePdf {
    static final Color INK = new Color(0x1d, 0x1d, 0x26);
    static final Color SOFT = new Color(0x6a, 0x6a, 0x74);
    static final Color RED = new Color(0x8f, 0x1d, 0x1d);
    static final Color GOLD = new Color(0xb3, 0x8f, 0x4d);
    static final Color HAIR = new Color(0xdd, 0xd6, 0xc8);

    private static final float LEFT = 70;
    private static final float RIGHT = Sheet.WIDTH - LEFT;
    private static final float VALUE = 218;
    private static final float VALUE_SIZE = 10.5f;
    private static final float LEADING = 15;
    private static final float ROW_GAP = 7;
    private static final float BOTTOM = Sheet.HEIGHT - 70;
    private static final float INNER_EDGE = Sheet.HEIGHT - 44;
    private static final float SMALL_LEADING = 12.5f;
    private static final float QR_SIZE = 104;
    private static final int HASH_LINE = 32;

    private final PDDocument document;
    private final Certificate certificate;
    private final CertificateFacts facts;
    private final Typeface regular;
    private final Typeface bold;
    private Sheet sheet;
    private float y;

    private CertificatePdf(PDDocument document, Certificate certificate) {
        this.document = document;
        this.certificate = certificate;
        facts = certificate.facts();
        regular = Typeface.regular(document);
        bold = Typeface.bold(document, regular);
        sheet = newSheet();
    }

    /** The PDF of a certificate. */
    public static byte[] write(Certificate certificate) {
        try (PDDocument document = new PDDocument()) {
            CertificatePdf pdf = new CertificatePdf(document, certificate);
            pdf.heading();
            pdf.rows();
            pdf.closing();
            pdf.sheet.close();
            pdf.attach();
            return PlainPdf.bytes(document, Long.parseUnsignedLong(certificate.eventHash(), 0, 16, 16));
        } catch (IOException failure) {
            throw new UncheckedIOException("a certificate cannot be written", failure);
        }
    }

    /** The JSON that is attached to a PDF, or nothing where it is no PDF with exactly one attachment. Never throws. */
    public static Optional<byte[]> attached(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
            Map<String, PDComplexFileSpecification> byName = files == null ? null : files.getNames();
            if (byName == null || byName.size() != 1) {
                return Optional.empty();
            }
            PDEmbeddedFile file = byName.values().iterator().next().getEmbeddedFile();
            return file == null ? Optional.empty() : Optional.of(file.toByteArray());
        } catch (IOException | RuntimeException damaged) {
            // Whatever a damaged file does to the library, it is no certificate.
            return Optional.empty();
        }
    }

    /** What the QR code says. */
    static String qrText(Certificate certificate) {
        return "TPX certificate " + certificate.facts().number() + "\nevent " + certificate.eventHash() + "\nverify at "
                + certificate.facts().verifyAt();
    }

    private Sheet newSheet() {
        Sheet next = new Sheet(document);
        next.frame(30, 2.2f, RED);
        next.frame(35, 0.6f, GOLD);
        next.frame(38, 0.6f, GOLD);
        y = 78;
        return next;
    }

    private void turnThePage() {
        sheet.close();
        sheet = newSheet();
        sheet.text(facts.number(), regular, 9, SOFT, LEFT, y);
        y += 26;
    }

    private void heading() {
        float middle = Sheet.WIDTH / 2;
        List<String> name = Lines.of(facts.exchange(), regular, 12, RIGHT - LEFT);
        for (String line : name) {
            sheet.centred(line, regular, 12, SOFT, middle, y);
            y += LEADING;
        }
        y += 29;
        sheet.centred("产 权 交 易 凭 证", bold, 31, RED, middle, y);
        y += 24;
        sheet.centred("C E R T I F I C A T E   O F   T R A N S A C T I O N", regular, 10.5f, INK, middle, y);
        y += 14;
        sheet.rule(middle - 40, y, 80, 1.2f, GOLD);
        y += 22;
        sheet.centred("编号 No.  " + facts.number(), bold, 12, INK, middle, y);
        y += 16;
    }

    private void rows() {
        row("项目编号", "Project number", facts.project());
        row("转让标的", "Subject", subject());
        row("转让方", "Transferor", sideOf(facts.transferor(), facts.transferorAgent()));
        row("受让方", "Transferee", transferees());
        row("挂牌起止日", "Listed from and until", period());
        row("交易方式", "Trade mode", Wording.of(facts.tradeMode()));
        row("评估结果", "Appraisal", grouped(facts.appraisal()));
        row("成交价格", "Transfer price", grouped(facts.price()));
        row("付款方式", "Form of payment", Wording.of(facts.paymentForm()));
        row("合同签订日", "Contract signed on", facts.signed());
    }

    private String subject() {
        String registration = facts.registration().isEmpty() ? "" : "\n登记号 Registration " + facts.registration();
        return facts.subject() + "\n" + Wording.of(facts.subjectType()) + registration;
    }

    private String transferees() {
        boolean alone = facts.transferees().size() == 1;
        List<String> lines = new ArrayList<>();
        for (CertificateFacts.Transferee transferee : facts.transferees()) {
            String side = sideOf(transferee.party(), transferee.agent());
            lines.add(alone ? side : side + "   " + grouped(transferee.price()));
        }
        return String.join("\n", lines);
    }

    private static String sideOf(String party, String agent) {
        return agent.isEmpty() ? party : party + "   （经纪会员 Agent: " + agent + "）";
    }

    /** Money with its thousands apart. */
    private static String grouped(String money) {
        return money.replaceAll("(?<=\\d)(?=(\\d{3})+(\\.|$))", ",");
    }

    private String period() {
        return facts.listingStart().isEmpty() ? "" : facts.listingStart() + "  —  " + facts.listingEnd();
    }

    private void row(String chinese, String english, String value) {
        List<String> lines = Lines.of(value.isEmpty() ? "—" : value, regular, VALUE_SIZE, RIGHT - VALUE);
        float height = Math.max(2, lines.size()) * LEADING + ROW_GAP;
        if (y + Math.min(height, 4 * LEADING) > BOTTOM) {
            turnThePage();
        }
        sheet.rule(LEFT, y, RIGHT - LEFT, 0.6f, HAIR);
        y += LEADING + 2;
        sheet.text(chinese, bold, VALUE_SIZE, INK, LEFT, y);
        sheet.text(english, regular, 8, SOFT, LEFT, y + 12);
        float first = y;
        for (String line : lines) {
            if (y > BOTTOM) {
                turnThePage();
                first = y;
            }
            sheet.text(line, regular, VALUE_SIZE, INK, VALUE, y);
            y += LEADING;
        }
        y = Math.max(y - LEADING, first + 12) + ROW_GAP;
    }

    private void closing() {
        float width = RIGHT - VALUE;
        List<String> chinese = Lines.of(facts.conclusionZh(), regular, 10, width);
        List<String> english = Lines.of(facts.conclusion(), regular, 9, width);
        float height = (chinese.size() + 1) * LEADING + english.size() * SMALL_LEADING + QR_SIZE + 30;
        if (y + height > INNER_EDGE) {
            turnThePage();
        }
        sheet.rule(LEFT, y, RIGHT - LEFT, 0.6f, HAIR);
        y += LEADING + 4;
        sheet.text("审核结论", bold, VALUE_SIZE, INK, LEFT, y);
        sheet.text("Conclusion", regular, 8, SOFT, LEFT, y + 12);
        y = sheet.lines(chinese, regular, 10, INK, VALUE, y, LEADING) + LEADING;
        y = sheet.lines(english, regular, 9, INK, VALUE, y, SMALL_LEADING);
        float top = Math.max(y + 20, BOTTOM - QR_SIZE - 8);
        verification(top);
        issued(top);
    }

    private void issued(float top) {
        sheet.text("签发日期 Issued on", regular, 8, SOFT, LEFT, top + 8);
        sheet.text(facts.issued().replaceFirst("T.*", ""), bold, 12, INK, LEFT, top + 24);
        List<String> name = Lines.of(facts.exchange(), regular, 10, RIGHT - LEFT - QR_SIZE - 40);
        sheet.lines(name, regular, 10, RED, LEFT, top + 42, 13);
        float line = top + 74;
        String hash = certificate.eventHash();
        sheet.text("事件哈希 Event hash, SHA-256", regular, 7, SOFT, LEFT, line);
        sheet.text(hash.substring(0, HASH_LINE), regular, 7, INK, LEFT, line + 10);
        sheet.text(hash.substring(HASH_LINE), regular, 7, INK, LEFT, line + 19);
        sheet.text(
                "核验 Verify at " + facts.verifyAt() + "  ·  tpx certificate verify", regular, 7, SOFT, LEFT, line + 32);
    }

    private void verification(float top) {
        float x = RIGHT - QR_SIZE;
        new QrCode(qrText(certificate)).draw(sheet, x, top, QR_SIZE, INK);
        sheet.centred("扫码核验 Scan to verify", regular, 7, SOFT, x + QR_SIZE / 2, top + QR_SIZE + 11);
    }

    private void attach() throws IOException {
        byte[] json = CertificateText.file(certificate);
        String name = facts.number() + ".json";
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(json));
        file.setSubtype("application/json");
        file.setSize(json.length);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(new TreeMap<>(Map.of(name, specification)));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().setLanguage("zh-CN");
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle("产权交易凭证 Certificate of transaction " + facts.number());
        information.setAuthor(facts.exchange());
        document.setDocumentInformation(information);
    }
}
