package org.lacuna.schema.text;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the language of a text from its characters and its commonest words. Pure, thread-safe.
 *
 * <p>Implementation note: the two lists are pairs, at the same place the simplified and the traditional form of a common
 * character. Characters that both scripts use (后, 里, 面, 云, 台 …) are left out.
 */
public final class Languages {

    private static final String SIMPLIFIED = "们这为来国说时会过对个学发经动现样还开问间关长东车马门见电书话语请谁"
            + "让认识该谈论许讲记计设试诉词译读课调谢护报张场坏块声处备复头夺奋妇妈孙宁实宝审宪宽将尔尘尝尽层属岁岛"
            + "币师帅帐带帮广庆库应庙废异弃弹强归当录忆忧怀态总恋恶恼悬惊惧惨惯愿战户扑执扩扫扬抚抛抢换据损摆摇敌数"
            + "断无旧显晓暂术机杀杂权条极构枪标栏树桥梦检楼欢欧残毁毕气汉汤沟泪泽洁测济浓涛润涨渐温湾湿满滚滩灭灯"
            + "灵灾烂烦烧热爱爷牵状独狱猎献环琐疗疯痒皱盐监盖盘矿码确础碍祸离种积称稳穷窃竞笔笼筑签简粮紧纠红纪约级纯"
            + "纳纷纸线练组细织终绍结绝给络统继绩续维绿编缘缩罗罚职联肃肠肤胜脏脑脸节艺苏荐药获营萧萨蓝虑虽补装观规"
            + "视览觉触订训议讯访证评诚详误谋谓贝负贡财责败货质贪贫购贵费贺资赏赖赛赞赢赵跃轨转轮软轻载较辆输辞边达迁运"
            + "进远违连迟适选遗邻郑释针钟钢钱铁银销锁错键镇闭闻阅队阳阴阵阶际陆陈险随难静顶项顺须顾顿预领频题颜额风飞"
            + "饭饮饰馆驱驻骂验骗鱼鲁鲜鸟鸡鸣麦黄齐龄龙";
    private static final String TRADITIONAL = "們這為來國說時會過對個學發經動現樣還開問間關長東車馬門見電書話語請誰"
            + "讓認識該談論許講記計設試訴詞譯讀課調謝護報張場壞塊聲處備復頭奪奮婦媽孫寧實寶審憲寬將爾塵嘗盡層屬歲島"
            + "幣師帥帳帶幫廣慶庫應廟廢異棄彈強歸當錄憶憂懷態總戀惡惱懸驚懼慘慣願戰戶撲執擴掃揚撫拋搶換據損擺搖敵數"
            + "斷無舊顯曉暫術機殺雜權條極構槍標欄樹橋夢檢樓歡歐殘毀畢氣漢湯溝淚澤潔測濟濃濤潤漲漸溫灣濕滿滾灘滅燈"
            + "靈災爛煩燒熱愛爺牽狀獨獄獵獻環瑣療瘋癢皺鹽監蓋盤礦碼確礎礙禍離種積稱穩窮竊競筆籠築簽簡糧緊糾紅紀約級純"
            + "納紛紙線練組細織終紹結絕給絡統繼績續維綠編緣縮羅罰職聯肅腸膚勝臟腦臉節藝蘇薦藥獲營蕭薩藍慮雖補裝觀規"
            + "視覽覺觸訂訓議訊訪證評誠詳誤謀謂貝負貢財責敗貨質貪貧購貴費賀資賞賴賽贊贏趙躍軌轉輪軟輕載較輛輸辭邊達遷運"
            + "進遠違連遲適選遺鄰鄭釋針鐘鋼錢鐵銀銷鎖錯鍵鎮閉聞閱隊陽陰陣階際陸陳險隨難靜頂項順須顧頓預領頻題顏額風飛"
            + "飯飲飾館驅駐罵驗騙魚魯鮮鳥雞鳴麥黃齊齡龍";
    private static final int HEAD = 200_000;
    private static final byte[] SCRIPTS = scripts();

    /** So many letters, where a Han character counts for three, are enough to tell. */
    private static final int TELLING = 40;

    /** Less than so much of a text in the scripts of its language is no text in that language: names, codes, a caption. */
    private static final double LEAST_FIT = 0.25;

    private static final List<Character.UnicodeScript> CHINESE =
            List.of(Character.UnicodeScript.HAN, Character.UnicodeScript.BOPOMOFO);
    private static final Map<String, List<Character.UnicodeScript>> SCRIPTS_OF = scriptsOf();

    private Languages() {}

    /**
     * The language of the first 200,000 characters.
     *
     * @return "zh-Hans" (also where nothing tells the scripts apart), "zh-Hant", "ja", "ko", a language that its
     *     commonest words give away ("de", "fr", "es", "it", "pt", "nl"), "en" for other text in the Latin alphabet, or
     *     "und" for all else
     */
    public static String guess(String text) {
        var letters = Letters.of(text);
        int han = letters.count(Character.UnicodeScript.HAN);
        int latin = letters.count(Character.UnicodeScript.LATIN);
        int kana = letters.kana();
        int hangul = letters.count(Character.UnicodeScript.HANGUL);
        int other = letters.all() - han - latin - kana - hangul;
        // A Han character says as much as three letters or so; kana among them mean Japanese.
        if (kana * 5L > han && (kana + han) * 3L >= latin + other) {
            return "ja";
        }
        if (hangul * 2L > latin + han + other) {
            return "ko";
        }
        if (han > 0 && han * 3L >= latin && other * 5L <= han) {
            return letters.traditional() ? "zh-Hant" : "zh-Hans";
        }
        if (latin == 0 || latin < other * 2L) {
            return "und";
        }
        return CommonWords.language(text).orElse("en");
    }

    /**
     * Why a text cannot be in the language that it is said to be in.
     *
     * @param language BCP 47 tag that the text bears
     * @return what it is written in instead, such as "in the Latin alphabet" or "in French"; empty where it can be in its
     *     language, says too little to tell, or nothing is known of the language
     */
    public static Optional<String> contradiction(String language, String text) {
        var primary = Locale.forLanguageTag(language).getLanguage();
        var expected = SCRIPTS_OF.get(primary);
        var letters = Letters.of(text);
        if (expected == null || letters.weight() < TELLING) {
            return Optional.empty();
        }
        long fits = expected.stream().mapToLong(letters::weight).sum();
        if (fits < LEAST_FIT * letters.weight()) {
            return Optional.of("in " + letters.mostly());
        }
        if (expected.equals(CHINESE) && letters.kana() * 8L > letters.count(Character.UnicodeScript.HAN)) {
            return Optional.of("in Japanese");
        }
        if (primary.equals("ja") && letters.kana() * 50L < letters.count(Character.UnicodeScript.HAN)) {
            return Optional.of("in Chinese characters without kana");
        }
        return CommonWords.insteadOf(primary, text).map(name -> "in " + name);
    }

    /** For each character 1 if it is only simplified, -1 if it is only traditional, else 0. */
    private static byte[] scripts() {
        var scripts = new byte[Character.MAX_VALUE + 1];
        for (int i = 0; i < Math.min(SIMPLIFIED.length(), TRADITIONAL.length()); i++) {
            scripts[SIMPLIFIED.charAt(i)]++;
            scripts[TRADITIONAL.charAt(i)]--;
        }
        return scripts;
    }

    private static Map<String, List<Character.UnicodeScript>> scriptsOf() {
        var scripts = new HashMap<String, List<Character.UnicodeScript>>();
        for (var tag : "zh yue cmn lzh wuu nan".split(" ", -1)) {
            scripts.put(tag, CHINESE);
        }
        scripts.put(
                "ja",
                List.of(
                        Character.UnicodeScript.HAN,
                        Character.UnicodeScript.HIRAGANA,
                        Character.UnicodeScript.KATAKANA));
        scripts.put("ko", List.of(Character.UnicodeScript.HANGUL, Character.UnicodeScript.HAN));
        for (var tag : "ru uk be bg mk".split(" ", -1)) {
            scripts.put(tag, List.of(Character.UnicodeScript.CYRILLIC));
        }
        scripts.put("th", List.of(Character.UnicodeScript.THAI));
        scripts.put("el", List.of(Character.UnicodeScript.GREEK));
        scripts.put("he", List.of(Character.UnicodeScript.HEBREW));
        for (var tag : "ar fa ur".split(" ", -1)) {
            scripts.put(tag, List.of(Character.UnicodeScript.ARABIC));
        }
        var latin = "en de fr es it pt nl sv da nb no fi pl cs sk hu ro tr vi id ms ca hr sl et lv lt is ga cy eu sq";
        for (var tag : latin.split(" ", -1)) {
            scripts.put(tag, List.of(Character.UnicodeScript.LATIN));
        }
        return Map.copyOf(scripts);
    }

    /** How many letters of each script the start of a text has. */
    private record Letters(Map<Character.UnicodeScript, Integer> counts, int all, boolean traditional) {

        static Letters of(String text) {
            var counts = new EnumMap<Character.UnicodeScript, Integer>(Character.UnicodeScript.class);
            int all = 0;
            int balance = 0;
            int end = Math.min(text.length(), HEAD);
            for (int at = 0; at < end; at += Character.charCount(text.codePointAt(at))) {
                int codePoint = text.codePointAt(at);
                if (Character.isLetter(codePoint)) {
                    counts.merge(Character.UnicodeScript.of(codePoint), 1, Integer::sum);
                    all++;
                    balance += codePoint < SCRIPTS.length ? SCRIPTS[codePoint] : 0;
                }
            }
            return new Letters(counts, all, balance < 0);
        }

        int count(Character.UnicodeScript script) {
            return counts.getOrDefault(script, 0);
        }

        int kana() {
            return count(Character.UnicodeScript.HIRAGANA) + count(Character.UnicodeScript.KATAKANA);
        }

        /** Letters of a script, where a Han character counts for three and a syllable for two. */
        long weight(Character.UnicodeScript script) {
            return switch (script) {
                case HAN -> 3L * count(script);
                case HIRAGANA, KATAKANA, HANGUL -> 2L * count(script);
                default -> count(script);
            };
        }

        long weight() {
            return counts.keySet().stream().mapToLong(this::weight).sum();
        }

        String mostly() {
            var script = counts.keySet().stream()
                    .max((one, other) -> Long.compare(weight(one), weight(other)))
                    .orElse(Character.UnicodeScript.COMMON);
            return switch (script) {
                case HAN -> kana() * 8L > count(script) ? "Japanese" : "Chinese characters";
                case HIRAGANA, KATAKANA -> "Japanese";
                case LATIN -> "the Latin alphabet";
                default -> {
                    var name = script.name().toLowerCase(Locale.ROOT);
                    yield name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " letters";
                }
            };
        }
    }
}
