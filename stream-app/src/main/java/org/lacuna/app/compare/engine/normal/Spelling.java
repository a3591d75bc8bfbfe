package org.lacuna.app.compare.engine.normal;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Folds British and American spelling, and a few older forms, to one canonical form. The form need not be a word: it
 * only has to be the same for both spellings. Thread-safe. Source: own list of the regular differences.
 */
final class Spelling {

    private record Rule(Pattern pattern, String by) {
        static Rule of(String pattern, String by) {
            return new Rule(Pattern.compile(pattern), by);
        }
    }

    private static final Rule[] RULES = {
        Rule.of("(?<=\\w)ae(?=\\w)", "e"),
        Rule.of("^oe(?=str|so)|(?<=f)oe(?=t)|(?<=man)oe(?=u)|(?<=rrh)oe|(?<=am)oe|(?<=hom)oe(?=o)", "e"),
        Rule.of("(?<=\\w{3})our(?=(s|ed|ing|er|ers|able|ably|ful|less|ite|ites|hood|ist|y|al)?$)", "or"),
        Rule.of("(?<=\\w{3})is(?=(e|es|ed|ing|er|ers|able|ation|ations|ational)$)", "iz"),
        Rule.of("(?<=[a-z]{3})ys(?=(e|es|ed|ing|er|ers)$)", "yz"),
        Rule.of("(?<=\\w{2}[tb])re(?=s?$)", "er"),
        Rule.of("(?<=[aeiouy]\\w{0,4}[aeiou])ll(?=(ed|ing|er|ers|ery|ous|ist|ists|or|ors)$)", "l"),
        Rule.of("(?<=\\w{3})ogue(?=s?$)", "og"),
        Rule.of("(?<=\\w{3})enc(?=(e|es|eless)$)", "ens"),
        Rule.of("(?<=\\w)xion(?=s?$)", "ction"),
        Rule.of("(?<=ward)s$", ""),
        Rule.of("(?<=(judg|acknowledg|lodg|abridg))e(?=ments?$)", ""),
    };

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("grey", "gray"),
            Map.entry("greys", "grays"),
            Map.entry("practise", "practice"),
            Map.entry("practised", "practiced"),
            Map.entry("practising", "practicing"),
            Map.entry("centred", "centered"),
            Map.entry("centring", "centering"),
            Map.entry("tyre", "tire"),
            Map.entry("tyres", "tires"),
            Map.entry("kerb", "curb"),
            Map.entry("cheque", "check"),
            Map.entry("cheques", "checks"),
            Map.entry("programme", "program"),
            Map.entry("programmes", "programs"),
            Map.entry("plough", "plow"),
            Map.entry("ploughed", "plowed"),
            Map.entry("mould", "mold"),
            Map.entry("moulded", "molded"),
            Map.entry("smoulder", "smolder"),
            Map.entry("smouldering", "smoldering"),
            Map.entry("moustache", "mustache"),
            Map.entry("pyjamas", "pajamas"),
            Map.entry("sceptic", "skeptic"),
            Map.entry("sceptical", "skeptical"),
            Map.entry("scepticism", "skepticism"),
            Map.entry("cosy", "cozy"),
            Map.entry("draught", "draft"),
            Map.entry("draughts", "drafts"),
            Map.entry("gaol", "jail"),
            Map.entry("aluminium", "aluminum"),
            Map.entry("storey", "story"),
            Map.entry("storeys", "stories"),
            Map.entry("jewellery", "jewelry"),
            Map.entry("skilful", "skillful"),
            Map.entry("skilfully", "skillfully"),
            Map.entry("wilful", "willful"),
            Map.entry("wilfully", "willfully"),
            Map.entry("fulfil", "fulfill"),
            Map.entry("fulfils", "fulfills"),
            Map.entry("enrol", "enroll"),
            Map.entry("instalment", "installment"),
            Map.entry("woollen", "woolen"),
            Map.entry("marvellous", "marvelous"),
            Map.entry("whisky", "whiskey"),
            Map.entry("axe", "ax"),
            Map.entry("ageing", "aging"),
            Map.entry("learnt", "learned"),
            Map.entry("burnt", "burned"),
            Map.entry("dreamt", "dreamed"),
            Map.entry("spelt", "spelled"),
            Map.entry("spoilt", "spoiled"),
            Map.entry("spilt", "spilled"),
            Map.entry("leapt", "leaped"),
            Map.entry("leant", "leaned"),
            Map.entry("smelt", "smelled"),
            Map.entry("wrapt", "wrapped"),
            Map.entry("dropt", "dropped"),
            Map.entry("stept", "stepped"),
            Map.entry("slipt", "slipped"),
            Map.entry("stopt", "stopped"),
            Map.entry("shakspeare", "shakespeare"),
            Map.entry("shakspere", "shakespeare"),
            Map.entry("shew", "show"),
            Map.entry("shewed", "showed"),
            Map.entry("shewn", "shown"),
            Map.entry("surprize", "surprise"),
            Map.entry("surprized", "surprised"),
            Map.entry("mum", "mom"),
            Map.entry("maths", "math"),
            Map.entry("tonne", "ton"),
            Map.entry("sulphur", "sulfur"),
            Map.entry("omelette", "omelet"),
            Map.entry("doughnut", "donut"),
            Map.entry("yoghurt", "yogurt"));

    private Spelling() {}

    /** The canonical form of a lower-case word without accents. */
    static String canonical(String word) {
        String form = WORDS.getOrDefault(word, word);
        if (form.length() < 5) {
            return form;
        }
        for (Rule rule : RULES) {
            form = rule.pattern().matcher(form).replaceAll(rule.by());
        }
        return form;
    }
}
