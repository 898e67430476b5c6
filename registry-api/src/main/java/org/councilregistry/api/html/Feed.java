package org.councilregistry.api.html;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A list as an Atom feed (RFC 4287).
 *
 * @param title what the list is
 * @param self its own address
 * @param page the address of the list for people
 * @param entries what stands in it, the newest first
 */
public record Feed(String title, String self, String page, List<Entry> entries) {
    /** The media type of Atom. */
    public static final String ATOM = "application/atom+xml";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /** One record in the list. */
    public record Entry(UUID id, String title, String summary, String address, String author, Instant updated) {}

    /** The feed as XML. */
    public byte[] xml() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            text(xml, "id", self);
            text(xml, "title", title);
            link(xml, "self", self);
            link(xml, "alternate", page);
            Instant newest =
                    entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
            text(xml, "updated", newest.toString());
            for (Entry entry : entries) write(xml, entry);
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed of ours cannot be written", e);
        }
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", "urn:uuid:" + entry.id());
        text(xml, "title", entry.title());
        text(xml, "summary", entry.summary());
        text(xml, "updated", entry.updated().toString());
        link(xml, "alternate", entry.address());
        xml.writeStartElement("author");
        text(xml, "name", entry.author());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(Inert.seen(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", address);
    }
}
