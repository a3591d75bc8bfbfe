package org.lacuna.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The code is built as it is drawn. */
@AnalyzeClasses(packages = "org.lacuna", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Path DRAWING = Path.of("..", "docs", "pipeline.puml");

    @ArchTest
    static final ArchRule codeMatchesTheDrawing =
            classes().should(adhereToPlantUmlDiagram(DRAWING, consideringOnlyDependenciesInDiagram()));

    @Test
    void theDrawingThatPeopleSeeIsTheOneThatRuns() throws IOException {
        assertThat(Files.readString(Path.of("..", "ARCHITECTURE.md")))
                .as("ARCHITECTURE.md, \"The rooms\": put the text of docs/pipeline.puml into the plantuml block")
                .containsOnlyOnce("```plantuml\n" + Files.readString(DRAWING) + "```\n");
    }

    @ArchTest
    static final ArchRule enginesArePlainJava = noClasses()
            .that()
            .resideInAPackage("..engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.lacuna.topics..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.lacuna.app.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noHelpersWithoutAName = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl");
}
