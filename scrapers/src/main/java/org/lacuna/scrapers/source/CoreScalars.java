package org.lacuna.scrapers.source;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Which bare words are not texts: those of the core schema of YAML 1.2, section 10.3, without octal, hexadecimal and
 * infinite numbers. SnakeYAML's own rules are those of YAML 1.1, where the market {@code NO} is "false" and a date is a
 * moment.
 */
final class CoreScalars extends Resolver {

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
        addImplicitResolver(Tag.INT, Pattern.compile("-?(?:0|[1-9][0-9]*)"), "-0123456789");
        addImplicitResolver(
                Tag.FLOAT, Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?"), "-0123456789");
        addImplicitResolver(Tag.NULL, Pattern.compile("~|null"), "~n");
        addImplicitResolver(Tag.NULL, Pattern.compile(""), "\0");
    }
}
