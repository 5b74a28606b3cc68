package org.hejie.document.sheet;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hejie.document.ZipInspection;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.shared.web.ProblemType;

/**
 * Looks through a workbook before its rows are read: formulas and merged cells are refused by the cell, because what
 * they show is not what is stored. A person pastes values and tries again.
 */
final class XlsxCheck {

    private static final int NAMED = 20;

    private XlsxCheck() {
    }

    /** @throws Problem 415 for a bomb, macros or no workbook; 400 naming the cells with formulas and the merged ranges */
    static void check(byte[] workbook) {
        ZipInspection archive = ZipInspection.of(workbook);
        if (!archive.names().contains("xl/workbook.xml")) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE, "TABLE_BROKEN");
        }
        List<FieldError> faults = new ArrayList<>();
        ZipInspection.each(workbook, (name, content) -> {
            if (name.startsWith("xl/worksheets/") && name.endsWith(".xml")) {
                look(content, faults);
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.fields(faults);
        }
    }

    private static void look(InputStream sheet, List<FieldError> faults) {
        try {
            read(sheet, faults);
        } catch (XMLStreamException e) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE, "TABLE_BROKEN");
        }
    }

    private static void read(InputStream sheet, List<FieldError> faults) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(sheet);
        String cell = "";
        while (xml.hasNext() && faults.size() < NAMED) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "c" -> cell = String.valueOf(xml.getAttributeValue(null, "r"));
                    case "f" -> faults.add(new FieldError(cell, "FORMULA"));
                    case "mergeCell" -> faults.add(new FieldError(String.valueOf(xml.getAttributeValue(null, "ref")), "MERGED"));
                    default -> { }
                }
            }
        }
    }
}
