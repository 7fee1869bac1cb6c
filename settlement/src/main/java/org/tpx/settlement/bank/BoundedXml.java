package org.tpx.settlement.bank;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML that strangers wrote, within bounds: no document type, no entity but the five of XML itself, nothing from elsewhere, no more
 * bytes, depth, elements or text than a bank's message can have. Whatever breaks a bound is {@link MalformedBankMessageException}.
 */
final class BoundedXml {
    /** The most bytes of a message. */
    static final int MAX_BYTES = 16 << 20;

    private static final int MAX_DEPTH = 40;
    private static final int MAX_ELEMENTS = 500_000;
    private static final int MAX_TEXT = 8_192;
    private static final int MAX_ATTRIBUTES = 16;

    private final XMLStreamReader reader;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private @Nullable XmlElement root;
    private int elements;

    private BoundedXml(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** The root element of a document. */
    static XmlElement read(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new MalformedBankMessageException("The file has more than " + MAX_BYTES + " bytes.");
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(content));
            try {
                return new BoundedXml(reader).document();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException failure) {
            throw new MalformedBankMessageException(sentence(failure));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("refers to another document");
        });
        return factory;
    }

    private XmlElement document() throws XMLStreamException {
        while (reader.hasNext()) {
            take(reader.next());
        }
        if (root == null) {
            throw new MalformedBankMessageException("The file has no element.");
        }
        return root;
    }

    private void take(int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> open.pop();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
            case XMLStreamConstants.DTD -> throw refused("has a document type");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("refers to an entity");
            default -> {
                // Comments, white space and processing instructions say nothing.
            }
        }
    }

    private void start() {
        if (open.size() >= MAX_DEPTH) {
            throw refused("is nested deeper than " + MAX_DEPTH + " elements");
        }
        if (++elements > MAX_ELEMENTS) {
            throw refused("has more than " + MAX_ELEMENTS + " elements");
        }
        if (reader.getAttributeCount() > MAX_ATTRIBUTES) {
            throw refused("has an element with more than " + MAX_ATTRIBUTES + " attributes");
        }
        String currency = reader.getAttributeValue(null, "Ccy");
        XmlElement element = new XmlElement(
                reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI(),
                reader.getLocalName(),
                currency == null ? "" : currency.strip());
        if (open.isEmpty()) {
            root = element;
        } else {
            open.peek().add(element);
        }
        open.push(element);
    }

    private void characters() {
        XmlElement element = open.peek();
        if (element == null) {
            return;
        }
        StringBuilder text = element.characters();
        if (text.length() + reader.getTextLength() > MAX_TEXT) {
            throw refused("has a text of more than " + MAX_TEXT + " characters");
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    private MalformedBankMessageException refused(String why) {
        return new MalformedBankMessageException(
                "Line " + reader.getLocation().getLineNumber() + ": the file " + why + ".");
    }

    private static String sentence(XMLStreamException failure) {
        int line = failure.getLocation() == null ? 0 : failure.getLocation().getLineNumber();
        return "Line " + line + ": the file is no well-formed XML.";
    }
}
