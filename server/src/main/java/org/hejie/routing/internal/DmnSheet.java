package org.hejie.routing.internal;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.hejie.routing.RoutingDecision;
import org.hejie.routing.RoutingSheet;
import org.hejie.routing.RoutingSheet.SheetRow;
import org.hejie.routing.RoutingSheet.SheetTable;
import org.hejie.rules.RuleFinding;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads a decision model strictly: four tables with plain cells and nothing else. What could be executed (functions, invocations,
 * imports) or fetched (document types) is refused here, before any engine sees the text.
 */
final class DmnSheet {

    private static final String MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final Set<String> KNOWN = Set.of("definitions", "inputData", "description", "variable", "decision",
            "informationRequirement", "requiredInput", "requiredDecision", "decisionTable", "input", "inputExpression", "output",
            "rule", "inputEntry", "outputEntry", "text");
    /** What a table before decided, asked as a column. */
    private static final Map<String, String> ANSWERS = Map.of("办理程序[1].程序", "程序", "承办单位[1].承办", "承办");
    private static final String RULE = "规则";
    private static final String WHY = "理由";
    private static final String WHY_EN = "Reason";

    private final Document document;
    private final List<RuleFinding> findings = new ArrayList<>();

    private DmnSheet(Document document) {
        this.document = document;
    }

    /** What was read; the sheet is empty when anything was wrong. */
    record Reading(Optional<RoutingSheet> sheet, List<RuleFinding> findings) {
    }

    static Reading read(String text) {
        try {
            var dmn = new DmnSheet(parse(text));
            var sheet = dmn.sheet();
            return new Reading(dmn.findings.isEmpty() ? Optional.of(sheet) : Optional.empty(), dmn.findings);
        } catch (SAXParseException malformed) {
            return new Reading(Optional.empty(), List.of(RuleFinding.error("NOT_XML", "", "文件不是合格的 XML",
                    "The file is no well-formed XML").atLine(Math.max(1, malformed.getLineNumber()))));
        } catch (SAXException malformed) {
            return new Reading(Optional.empty(), List.of(RuleFinding.error("NOT_XML", "", "文件不是合格的 XML",
                    "The file is no well-formed XML")));
        }
    }

    /** The model with the sheet's rows. @throws IllegalArgumentException when the model itself is none of ours */
    static String write(String text, RoutingSheet sheet) {
        try {
            var dmn = new DmnSheet(parse(text));
            dmn.sheet();
            if (!dmn.findings.isEmpty()) {
                throw new IllegalArgumentException("no model of ours");
            }
            sheet.tables().forEach(dmn::put);
            return dmn.text();
        } catch (SAXException malformed) {
            throw new IllegalArgumentException("no model of ours", malformed);
        }
    }

    private static Document parse(String text) throws SAXException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private RoutingSheet sheet() {
        refuseForeign(document.getDocumentElement());
        List<SheetTable> tables = new ArrayList<>();
        for (var decision : RoutingDecision.values()) {
            var found = table(decision);
            if (found == null) {
                findings.add(RuleFinding.error("TABLE_MISSING", decision.table(), "缺少决策表“" + decision.table() + "”",
                        "The table “" + decision.table() + "” is missing"));
            } else {
                tables.add(read(decision, found));
            }
        }
        return new RoutingSheet(tables);
    }

    private void refuseForeign(Element element) {
        boolean drawing = element.getLocalName().equals("DMNDI") && element.getParentNode() == document.getDocumentElement();
        if (MODEL.equals(element.getNamespaceURI()) ? !KNOWN.contains(element.getLocalName()) : !drawing) {
            findings.add(RuleFinding.error("FOREIGN_ELEMENT", element.getTagName(), "不允许的内容：" + element.getTagName(),
                    "Not allowed here: " + element.getTagName()));
        }
        if (MODEL.equals(element.getNamespaceURI())) {
            children(element).forEach(this::refuseForeign);
        }
    }

    private @Nullable Element table(RoutingDecision decision) {
        for (var element : children(document.getDocumentElement())) {
            if (element.getLocalName().equals("decision") && element.getAttribute("name").equals(decision.table())) {
                return child(element, "decisionTable");
            }
        }
        return null;
    }

    private SheetTable read(RoutingDecision decision, Element table) {
        if (!table.getAttribute("hitPolicy").equals("RULE ORDER")) {
            findings.add(RuleFinding.error("HIT_POLICY", decision.table(), "命中策略必须是 RULE ORDER",
                    "The hit policy must be RULE ORDER"));
        }
        var columns = children(table, "input").stream().map(input -> text(child(input, "inputExpression")))
                .map(asked -> ANSWERS.getOrDefault(asked, asked)).toList();
        var outputs = children(table, "output").stream().map(output -> output.getAttribute("name")).toList();
        for (String name : List.of(RULE, decision.output(), WHY, WHY_EN)) {
            if (!outputs.contains(name)) {
                findings.add(RuleFinding.error("COLUMN_MISSING", decision.table(), "缺少列“" + name + "”",
                        "The column “" + name + "” is missing"));
                return new SheetTable(decision, columns, List.of());
            }
        }
        var rows = new ArrayList<SheetRow>();
        for (var rule : children(table, "rule")) {
            var cells = children(rule, "inputEntry").stream().map(DmnSheet::text).toList();
            var out = children(rule, "outputEntry").stream().map(entry -> literal(rule, text(entry))).toList();
            if (cells.size() != columns.size() || out.size() != outputs.size()) {
                findings.add(RuleFinding.error("ROW_LENGTH", rule.getAttribute("id"), "这一行的格数与表头不符",
                        "The row has more or fewer cells than the table has columns"));
                continue;
            }
            rows.add(new SheetRow(out.get(outputs.indexOf(RULE)), cells, out.get(outputs.indexOf(decision.output())),
                    out.get(outputs.indexOf(WHY)), out.get(outputs.indexOf(WHY_EN))));
        }
        return new SheetTable(decision, columns, rows);
    }

    /** An output is a quoted text or a truth value; anything else could be an expression. */
    private String literal(Element rule, String entry) {
        boolean quoted = entry.length() >= 2 && entry.startsWith("\"") && entry.endsWith("\"")
                && entry.indexOf('"', 1) == entry.length() - 1 && entry.indexOf('\\') < 0;
        if (!quoted && !entry.equals("true") && !entry.equals("false")) {
            findings.add(RuleFinding.error("OUTPUT", rule.getAttribute("id"), "输出必须是引号中的文字或 true、false",
                    "An output is a quoted text or true or false"));
            return "";
        }
        return quoted ? entry.substring(1, entry.length() - 1) : entry;
    }

    private void put(SheetTable sheet) {
        var table = Objects.requireNonNull(table(sheet.decision()));
        var outputs = children(table, "output").stream().map(output -> output.getAttribute("name")).toList();
        for (var old : children(table, "rule")) {
            removeWithSpace(old);
        }
        while (table.getLastChild() != null && table.getLastChild().getNodeType() == Node.TEXT_NODE) {
            table.removeChild(table.getLastChild());
        }
        for (var row : sheet.rows()) {
            var rule = document.createElementNS(MODEL, "rule");
            rule.setAttribute("id", row.id());
            for (int i = 0; i < row.cells().size(); i++) {
                entry(rule, "inputEntry", row.id() + "i" + i, row.cells().get(i));
            }
            for (int i = 0; i < outputs.size(); i++) {
                entry(rule, "outputEntry", row.id() + "o" + i, output(sheet.decision(), outputs.get(i), row));
            }
            table.appendChild(document.createTextNode("\n      "));
            table.appendChild(rule);
            rule.appendChild(document.createTextNode("\n      "));
        }
        table.appendChild(document.createTextNode("\n    "));
    }

    private static String output(RoutingDecision decision, String column, SheetRow row) {
        String value = column.equals(RULE) ? row.id() : column.equals(WHY) ? row.zh() : column.equals(WHY_EN) ? row.en() : row.outcome();
        return decision == RoutingDecision.RISK_CHECK && column.equals(decision.output()) ? value
                : '"' + value.replace("\"", "”").replace("\\", "/") + '"';
    }

    private void entry(Element rule, String name, String id, String value) {
        var entry = document.createElementNS(MODEL, name);
        entry.setAttribute("id", id);
        var text = document.createElementNS(MODEL, "text");
        text.setTextContent(value);
        entry.appendChild(text);
        rule.appendChild(document.createTextNode("\n        "));
        rule.appendChild(entry);
    }

    private static void removeWithSpace(Element old) {
        var space = old.getPreviousSibling();
        if (space != null && space.getNodeType() == Node.TEXT_NODE) {
            old.getParentNode().removeChild(space);
        }
        old.getParentNode().removeChild(old);
    }

    private String text() {
        try {
            var transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            var out = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return out.toString();
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Element> children(Node parent) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(element -> element.getLocalName().equals(name)).toList();
    }

    private static @Nullable Element child(Element parent, String name) {
        return children(parent, name).stream().findFirst().orElse(null);
    }

    private static String text(@Nullable Element parent) {
        var text = parent == null ? null : child(parent, "text");
        return text == null ? "" : text.getTextContent().strip();
    }
}
