package org.tpx.settlement.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.util.Map;

/** A QR code as vectors, readable with a quarter of it damaged. */
final class QrCode {
    private final BitMatrix matrix;

    /** The code of a text; throws {@link IllegalArgumentException} where it is too long for one. */
    QrCode(String text) {
        try {
            matrix = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.Q,
                                    EncodeHintType.MARGIN,
                                    0,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8"));
        } catch (WriterException failure) {
            throw new IllegalArgumentException("too long for a QR code: " + text, failure);
        }
    }

    /** Draws it as a square of this size, x and y being its upper left corner. */
    void draw(Sheet sheet, float x, float y, float size, Color color) {
        float module = size / matrix.getWidth();
        for (int row = 0; row < matrix.getHeight(); row++) {
            int column = 0;
            while (column < matrix.getWidth()) {
                int end = column;
                while (end < matrix.getWidth() && matrix.get(end, row)) {
                    end++;
                }
                if (end > column) {
                    sheet.fill(x + column * module, y + row * module, (end - column) * module, module, color);
                }
                column = end + 1;
            }
        }
    }
}
