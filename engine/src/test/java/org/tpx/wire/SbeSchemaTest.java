package org.tpx.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import uk.co.real_logic.sbe.ir.Ir;
import uk.co.real_logic.sbe.ir.Token;
import uk.co.real_logic.sbe.xml.IrGenerator;
import uk.co.real_logic.sbe.xml.MessageSchema;
import uk.co.real_logic.sbe.xml.ParserOptions;
import uk.co.real_logic.sbe.xml.XmlSchemaParser;

class SbeSchemaTest {
    private static final ParserOptions STRICT =
            ParserOptions.builder().stopOnError(true).warningsFatal(true).build();
    private static final String SCHEMA = SbeSchema.of(Templates.ofProtocol());

    @Test
    void shouldBeTheSchemaInTheRepository() throws IOException {
        Golden.assertCurrent(Path.of("src/main/resources/tpx-schema.xml"), SCHEMA);
    }

    @Test
    void shouldBeShippedInTheJar() throws IOException {
        try (InputStream shipped = SbeSchema.class.getResourceAsStream("/tpx-schema.xml")) {
            assertThat(shipped).hasBinaryContent(SCHEMA.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void shouldBeReadBySbeToolWithoutAWarning() throws Exception {
        Ir ir = parse(SCHEMA);

        assertThat(ir.id()).isEqualTo(MessageHeader.SCHEMA_ID);
        assertThat(ir.version()).isEqualTo(MessageHeader.SCHEMA_VERSION);
        assertThat(ir.messages()).hasSameSizeAs(Templates.ofProtocol().all());
    }

    @Test
    void shouldFollowTheDefinitionOfSbeSchemas() throws Exception {
        Validator definition = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(XmlSchemaParser.class.getResource("/fpl/sbe.xsd"))
                .newValidator();
        String foreign = SCHEMA.replaceFirst("primitiveType", "primitive");

        assertThatCode(() -> definition.validate(new StreamSource(stream(SCHEMA))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> definition.validate(new StreamSource(stream(foreign))))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void shouldPlaceEveryFieldWhereTheShapeSays() throws Exception {
        Ir ir = parse(SCHEMA);
        for (MessageShape message : Templates.ofProtocol().all()) {
            Token first = ir.getMessage(message.templateId()).get(0);
            assertThat(first.name()).isEqualTo(message.name());
            assertThat(first.encodedLength()).isEqualTo(message.record().blockLength());
            assertThat(first.description()).isEqualTo(message.doc());
            for (FieldShape field : message.record().block()) {
                assertThat(ir.getMessage(message.templateId())).anySatisfy(token -> {
                    assertThat(token.name()).isEqualTo(field.name());
                    assertThat(token.offset()).isEqualTo(field.offset());
                    assertThat(token.description()).isEqualTo(field.doc());
                });
            }
        }
    }

    /** Reads a schema as strictly as sbe-tool can. */
    static Ir parse(String schema) throws Exception {
        MessageSchema parsed = XmlSchemaParser.parse(stream(schema), STRICT);
        return new IrGenerator().generate(parsed);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
