package org.lacuna.app.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.lacuna.app.history.Archive;
import org.lacuna.app.history.Records;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.ComparisonKind;
import org.lacuna.schema.Evidence;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.Finding;
import org.lacuna.schema.FindingClass;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Place;
import org.lacuna.schema.Release;
import org.lacuna.schema.SourceFault;
import org.lacuna.schema.TopicMatch;
import org.lacuna.schema.Witness;
import org.lacuna.schema.WitnessState;
import org.lacuna.topics.Topics;

/** A site over a real database of invented works, on a free port of loopback. */
final class Shelf implements AutoCloseable {

    static final String REMOVED = "f-removed";
    static final String ALTERED = "f-altered";
    static final String LATER = "f-later";
    static final String RESTORED = "f-restored";
    static final String MORAL = "f-moral";
    static final String WITHHELD = "f-withheld";

    /** What must stay text wherever it stands. */
    static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><script>alert(2)</script>",
            "'><img src=x onerror=alert(3)>",
            "<svg onload=alert(4)>",
            "</title><script>alert(5)</script>",
            "</bdi></p><iframe srcdoc=\"<script>alert(6)</script>\"></iframe>",
            "<a href=\"javascript:alert(7)\">x</a>",
            "javascript:alert(8)",
            "\" onmouseover=\"alert(9)\" autofocus onfocus=\"alert(9)",
            "<details open ontoggle=alert(10)>",
            "<math><mtext></mtext><script>alert(11)</script></math>",
            "<style>@import 'http://127.0.0.1:9/x.css'</style>",
            "<meta http-equiv=refresh content='0;url=data:text/html,<script>alert(13)</script>'>",
            "<base href=http://127.0.0.1:9/>",
            "<form action=http://127.0.0.1:9/><button autofocus>x</button></form>",
            "<object data=\"data:text/html,<script>alert(16)</script>\">",
            "${alert(17)} {{alert(17)}} #{7*7} @if(true)",
            "&lt;script&gt;alert(18)&lt;/script&gt;",
            "<!--><script>alert(19)</script-->",
            "]]><x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(20)</x:script>",
            "\u202Egnp.exe\u202C zero\u200Bwidth p\u0430ypal \u0007");

    static {
        Objects.requireNonNull(Topics.ALL, "loading the catalogue tells Avro which classes to trust");
    }

    final Archive archive;
    final WebServer server;
    final List<String> notReady = new ArrayList<>();

    private Shelf(Path database) {
        archive = Archive.open(database);
        var settings = new WebServer.Settings("127.0.0.1", 0, URI.create("https://lacuna.example"));
        server = switch (WebServer.start(settings, archive, () -> List.copyOf(notReady))) {
            case WebServer.Started(var started) -> started;
            case WebServer.Refused(var why) -> throw new AssertionError(why);
        };
    }

    static Shelf open(Path folder, SpecificRecord... records) {
        var database = folder.resolve("lacuna.db");
        Records.keep(database, records);
        return new Shelf(database);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** A novel, a game and a film; every kind of page has something to show. */
    static SpecificRecord[] works() {
        var removed = removed();
        var altered = altered();
        var later = Change.newBuilder(removed)
                .setId("c-later")
                .setComparison(ComparisonKind.MOMENTS)
                .setBaselineRelease(novel("GLOBAL", "en", ""))
                .setTargetRelease(novel("GLOBAL", "en", ""))
                .setTargetSnapshot("s-global-2")
                .setSpreadFrom(removed.getId())
                .setFirstSeen(Records.at(2900))
                .setLastConfirmed(Records.at(4400))
                .build();
        var restored = Change.newBuilder(altered)
                .setId("c-restored")
                .setKind(ChangeKind.RESTORED)
                .setComparison(ComparisonKind.MOMENTS)
                .setRestores(altered.getId())
                .setFirstSeen(Records.at(3000))
                .setLastConfirmed(Records.at(3000))
                .build();
        var plain = Change.newBuilder(altered)
                .setId("c-plain")
                .setBaseline(place("strings", "menu.colour", "Choose a colour", "en"))
                .setTarget(place("strings", "menu.colour", "Choose your colour", "en"))
                .build();
        return new SpecificRecord[] {
            Records.snapshot("s-global", novel("GLOBAL", "en", ""), 10, "h1", "h2"),
            Records.snapshot("s-tw", novel("TW", "zh-Hant", ""), 11, "t1", "t2"),
            Records.snapshot("s-cn", novel("CN", "zh-Hans", "Riverside Press 2025"), 12, "c1"),
            Records.snapshot("s-global-2", novel("GLOBAL", "en", ""), 2900, "h1", "h3"),
            Records.snapshot("g-global", game("GLOBAL"), 20, "g1"),
            Records.snapshot("g-cn", game("CN"), 21, "g2"),
            Records.snapshot("m-global", film("GLOBAL"), 22, "m1"),
            Records.snapshot("m-cn", film("CN"), 23),
            Records.part("h1", 0, 1, "The harbour was grey.", "<script>alert('section')</script> \u202Eevil"),
            removed,
            altered,
            later,
            restored,
            plain,
            finding(REMOVED, removed, FindingClass.P, 3, 100),
            finding(
                    ALTERED,
                    Change.newBuilder(altered)
                            .setStatus(ChangeStatus.CLOSED)
                            .setLastConfirmed(Records.at(2990))
                            .build(),
                    FindingClass.P,
                    2,
                    101),
            finding(LATER, later, FindingClass.P, 2, 2901),
            finding(RESTORED, restored, FindingClass.P, 1, 3001),
            finding(MORAL, moral(), FindingClass.M, 2, 200),
            finding(WITHHELD, withheld(), FindingClass.X, 1, 201),
            Records.fault("fault-1", FaultKind.BLOCKED, 50),
            Records.fault("fault-2", FaultKind.INCOMPLETE, 60)
        };
    }

    /** One work whose every text is hostile, and one finding for each text. */
    static SpecificRecord[] hostile() {
        var records = new ArrayList<SpecificRecord>();
        for (int i = 0; i < HOSTILE.size(); i++) {
            var text = HOSTILE.get(i);
            var release = new Release("w" + i + "/cn", "w" + i, text, Medium.BOOK, "CN", "en", text);
            var snapshot = Records.snapshot("s" + i, release, i, text);
            var change = Change.newBuilder(removed())
                    .setId("c" + i)
                    .setWork("w" + i)
                    .setTitle(text)
                    .setKind(ChangeKind.ALTERED)
                    .setBaselineRelease(release)
                    .setTargetRelease(release)
                    .setBaseline(new Place(text, List.of(0), text, null, null, text + " stood", text))
                    .setTarget(new Place(text, List.of(0), text, null, null, text, text))
                    .setBefore(text)
                    .setAfter(text)
                    .setWitnesses(List.of(new Witness(text, text, WitnessState.PRESENT)))
                    .setExplanations(List.of(text))
                    .build();
            var finding = Finding.newBuilder(finding("f" + i, change, FindingClass.P, 2, i))
                    .setStatement(text)
                    .setTopics(List.of(new TopicMatch(text, text, List.of(text))))
                    .setAlternatives(List.of(text))
                    .setEvidence(List.of(new Evidence(text, 1.0, text)))
                    .setRule(text)
                    .build();
            var fault = SourceFault.newBuilder(Records.fault("fault" + i, FaultKind.DOWN, i))
                    .setSays(text)
                    .setUrl(text)
                    .setSource(text)
                    .build();
            records.addAll(List.of(snapshot, change, finding, fault));
        }
        return records.toArray(SpecificRecord[]::new);
    }

    static Change removed() {
        var change = Records.change("c-removed", novel("CN", "zh-Hans", "Riverside Press 2025"), 90);
        return Change.newBuilder(change)
                .setBaselineRelease(novel("TW", "zh-Hant", ""))
                .setBaselineSnapshot("s-tw")
                .setTargetSnapshot("s-cn")
                .setBaseline(place("第三章", null, "那年六月，學生們在廣場上朗讀他們的信，直到天亮；坦克駛過長安街時，沒有人離開。", "zh-Hant"))
                .setBefore("碼頭上沒有人揮手。")
                .setAfter("瑪拉數著燈。")
                .setWitnesses(List.of(
                        new Witness("northern-wall/global/en", "GLOBAL", WitnessState.PRESENT),
                        new Witness("northern-wall/hk/zh-hant", "HK", WitnessState.PRESENT),
                        new Witness("northern-wall/jp/ja", "JP", WitnessState.UNKNOWN)))
                .build();
    }

    static Change altered() {
        return Change.newBuilder(Records.change("c-altered", game("CN"), 95))
                .setKind(ChangeKind.ALTERED)
                .setBaselineRelease(game("GLOBAL"))
                .setBaselineSnapshot("g-global")
                .setTargetSnapshot("g-cn")
                .setBaseline(place(
                        "strings",
                        "npc.guide.greeting",
                        "Welcome to Taiwan, traveller. Mind the protest by the gate.",
                        "en"))
                .setTarget(place(
                        "strings",
                        "npc.guide.greeting",
                        "Welcome to the island, traveller. Mind the crowd by the gate.",
                        "en"))
                .setBefore("")
                .setAfter("The gate closes at nine.")
                .build();
    }

    static Change moral() {
        return Change.newBuilder(Records.change("c-moral", film("CN"), 96))
                .setKind(ChangeKind.SHORTENED)
                .setBaselineSnapshot("m-global")
                .setTargetSnapshot("m-cn")
                .setBaseline(new Place(
                        "reel 2",
                        List.of(4),
                        null,
                        721_200L,
                        725_900L,
                        "The ghost said: stay, or the house will bleed again.",
                        "en"))
                .setTarget(new Place("reel 2", List.of(4), null, 721_200L, 723_000L, "Someone said: stay.", "en"))
                .setExplanations(List.of("rounding"))
                .build();
    }

    static Change withheld() {
        return Change.newBuilder(Records.change("c-withheld", film("CN"), 97))
                .setKind(ChangeKind.WITHHELD)
                .setBaselineSnapshot("m-global")
                .setTargetSnapshot("m-cn")
                .setBaseline(null)
                .setTarget(null)
                .setBefore("")
                .setAfter("")
                .build();
    }

    static Finding finding(String id, Change change, FindingClass findingClass, int level, int minutes) {
        var topic = findingClass == FindingClass.M
                ? new TopicMatch(
                        "superstition-religion", "Ghosts, superstition, religion and time travel", List.of("ghost"))
                : new TopicMatch("tiananmen-1989", "1989 Tiananmen protests and massacre", List.of("六月", "廣場", "坦克"));
        return Finding.newBuilder(Records.finding(id, change, level, minutes))
                .setFindingClass(findingClass)
                .setRule(level == 3 ? "regional-concept-with-support" : level == 2 ? "regional" : "insufficient-data")
                .setTopics(List.of(topic))
                .setEvidence(List.of(
                        new Evidence("prior", -1.5, "Most differences between releases have an ordinary cause."),
                        new Evidence(
                                "f1-regional",
                                1.2,
                                "Releases in 3 other markets stand as the baseline does: GLOBAL, HK, TW."),
                        new Evidence(
                                "f2-concept",
                                1.4,
                                "The changed words name 1989 Tiananmen protests and massacre (六月, 廣場, 坦克)."),
                        new Evidence("language-model", 0.0, "No language model was asked.")))
                .setAlternatives(List.of(
                        "localisation or a translator's choice",
                        "a technical cause, such as conversion or an incomplete source",
                        "the author's or director's own choice",
                        "a limit on length or running time",
                        "an error in the source or in the comparison"))
                .setStatement(
                        "The %s edition differs from the %s edition: a passage is missing or reads otherwise. This is consistent with sensitivity of the topic in the China market; it is also consistent with localisation or a translator's choice, or a technical cause, or the author's or director's own choice. Level %d; actor unknown."
                                .formatted(
                                        change.getTargetRelease().getMarket(),
                                        change.getBaselineRelease().getMarket(),
                                        level))
                .build();
    }

    private static Place place(String section, String key, String text, String language) {
        return new Place(section, List.of(3), key, null, null, text, language);
    }

    private static Release novel(String market, String language, String edit) {
        return new Release(
                Records.WORK + "/" + market.toLowerCase(Locale.ROOT),
                Records.WORK,
                "The Northern Wall",
                Medium.BOOK,
                market,
                language,
                edit);
    }

    private static Release game(String market) {
        return Records.release("harbour", "The Quiet Harbour", Medium.GAME, market);
    }

    private static Release film(String market) {
        return Records.release("lanterns", "Nine Lanterns", Medium.FILM, market);
    }

    @Override
    public void close() {
        server.close();
        archive.close();
    }
}
