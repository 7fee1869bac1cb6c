package org.tpx.settlement.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes a document such that its bytes depend on nothing but what is on its pages: no compression, whose output differs between
 * builds of zlib, and an identity that somebody gives instead of the clock.
 */
final class PlainPdf {
    private PlainPdf() {}

    static byte[] bytes(PDDocument document, long identity) throws IOException {
        try (PDDocument written = Loader.loadPDF(save(document, identity))) {
            COSDocument objects = written.getDocument();
            for (COSObjectKey key : new TreeSet<>(objects.getXrefTable().keySet())) {
                if (objects.getObjectFromPool(key).getObject() instanceof COSStream stream
                        && stream.containsKey(COSName.FILTER)) {
                    inflate(stream);
                }
            }
            return save(written, identity);
        }
    }

    private static void inflate(COSStream stream) throws IOException {
        byte[] plain;
        try (InputStream in = stream.createInputStream()) {
            plain = in.readAllBytes();
        }
        stream.removeItem(COSName.FILTER);
        stream.removeItem(COSName.DECODE_PARMS);
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(plain);
        }
    }

    private static byte[] save(PDDocument document, long identity) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.setDocumentId(identity);
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }
}
