package org.lacuna.scrapers.extract;

import java.util.Set;
import java.util.stream.Collectors;

/** Tells the language of a text as far as a comparison needs it. */
public final class Languages {

    /** Common characters that are written so in Simplified Chinese only. */
    private static final String SIMPLIFIED = "这们来时说国会对过为学开关头问门间见书车东马鸟长乐习飞语话说请谁让认识记许论设证评词试该详误诗难谢"
            + "变从众优传伤体余侠俩债儿兴养写军农冲决况净准减几凤凭击划刘则刚创删别剑剧劝办务动励劳势区医华协单卖卢卫却厂厅历压"
            + "双发叶号叹吗听启员响哑团园围图圆圣场块坚坛处备够夺奋奖妇妈娱孙宁实宝审宪宽对寻导尔尘尝层岁岛币师帐带帮应张弹强归当"
            + "录态总战户扑执扩扫扬护报担拥择挂挥损换据无旧显晓权条来极构标样桥检楼欢残杀气汉汤沟泪泽洁测济浅浓湾满灭灵灾炉点热爱爷独献玛环现";

    /** The same in Traditional Chinese only. */
    private static final String TRADITIONAL = "這們來時說國會對過為學開關頭問門間見書車東馬鳥長樂習飛語話請誰讓認識記許論設證評詞試該詳誤詩難謝"
            + "變從眾優傳傷體餘俠倆債兒興養寫軍農衝決況淨準減幾鳳憑擊劃劉則剛創刪別劍劇勸辦務動勵勞勢區醫華協單賣盧衛卻廠廳歷壓"
            + "雙發葉號嘆嗎聽啟員響啞團園圍圖圓聖場塊堅壇處備夠奪奮獎婦媽娛孫寧實寶審憲寬尋導爾塵嘗層歲島幣師帳帶幫應張彈強歸當"
            + "錄態總戰戶撲執擴掃揚護報擔擁擇掛揮損換據無舊顯曉權條極構標樣橋檢樓歡殘殺氣漢湯溝淚澤潔測濟淺濃灣滿滅靈災爐點熱愛爺獨獻瑪環現";

    private static final Set<Integer> ONLY_SIMPLIFIED = only(SIMPLIFIED, TRADITIONAL);
    private static final Set<Integer> ONLY_TRADITIONAL = only(TRADITIONAL, SIMPLIFIED);

    private Languages() {}

    /**
     * Guesses a language by its script.
     *
     * @param text some thousand characters are enough
     * @return zh-Hans or zh-Hant where a fifth of the letters are Han characters, else en where the letters are Latin, else
     *     und; Han text without one telling character is zh-Hans
     */
    public static String guess(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long han = text.codePoints().filter(Character::isIdeographic).count();
        if (letters > 0 && han * 5 >= letters) {
            long simplified =
                    text.codePoints().filter(ONLY_SIMPLIFIED::contains).count();
            long traditional =
                    text.codePoints().filter(ONLY_TRADITIONAL::contains).count();
            return traditional > simplified ? "zh-Hant" : "zh-Hans";
        }
        long latin = text.codePoints()
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        return latin > 0 && latin * 2 >= letters ? "en" : "und";
    }

    private static Set<Integer> only(String these, String notThose) {
        return these.codePoints().filter(c -> notThose.indexOf(c) < 0).boxed().collect(Collectors.toUnmodifiableSet());
    }
}
