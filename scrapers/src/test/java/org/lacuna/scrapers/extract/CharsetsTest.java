package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {

    private static final String SIMPLIFIED = "港口的灯灭了，老船长说他还记得那条路。雨下了一夜，没有人回来。\n";
    private static final String TRADITIONAL = "港口的燈滅了，老船長說他還記得那條路。雨下了一夜，沒有人回來。\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkDecides(String charset) {
        byte[] bytes = ("\uFEFF" + SIMPLIFIED).getBytes(Charset.forName(charset));

        assertThat(text(bytes)).isEqualTo(SIMPLIFIED);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void simplifiedChineseIsDetected(String charset) {
        assertThat(text(SIMPLIFIED.getBytes(Charset.forName(charset)))).isEqualTo(SIMPLIFIED);
        assertThat(text(SIMPLIFIED.repeat(50).getBytes(Charset.forName(charset))))
                .isEqualTo(SIMPLIFIED.repeat(50));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "Big5"})
    void traditionalChineseIsDetected(String charset) {
        assertThat(text(TRADITIONAL.getBytes(Charset.forName(charset)))).isEqualTo(TRADITIONAL);
        assertThat(text(TRADITIONAL.repeat(50).getBytes(Charset.forName(charset))))
                .isEqualTo(TRADITIONAL.repeat(50));
    }

    @Test
    void westernTextIsDetected() {
        String text = "The café was “closed”, and the naïve waiter left. He said that he had seen the sea.";

        assertThat(text(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(text);
    }

    @Test
    void aDeclarationHelpsButYieldsToPlainUtf8() {
        var gbk = Charsets.declaredIn("text/html; charset=gbk");

        assertThat(decode("联通".getBytes(Charset.forName("GB18030")), gbk)).isEqualTo("联通");
        assertThat(decode(SIMPLIFIED.getBytes(StandardCharsets.UTF_8), gbk)).isEqualTo(SIMPLIFIED);
        assertThat(Charsets.declaredInHtml("<meta charset='Big5'>".getBytes(StandardCharsets.UTF_8)))
                .contains(Charset.forName("Big5-HKSCS"));
        assertThat(Charsets.declaredIn("text/html; charset=no-such-thing")).isEmpty();
    }

    @Test
    void oneBrokenByteDoesNotTurnTheWholeTextIntoAnotherAlphabet() {
        byte[] bytes = SIMPLIFIED.repeat(3).getBytes(StandardCharsets.UTF_8);
        bytes[4] = (byte) 0xFF;

        assertThat(text(bytes)).contains("\uFFFD").endsWith("没有人回来。\n");
    }

    @Test
    void binaryIsNotTextAndTheReasonSaysWhatToDo() {
        assertThat(why("%PDF-1.7 x".getBytes(StandardCharsets.UTF_8)))
                .contains("PDF")
                .contains("convert");
        assertThat(why(new byte[] {'P', 'K', 3, 4, 0, 0})).contains("ZIP");
        assertThat(why(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10})).contains("image");
        assertThat(why(new byte[] {1, 0, 0, 2, 0, 3, 0})).contains("binary");
        assertThat(why(new byte[0])).startsWith("is empty: ");
    }

    @Property
    void noBytesMakeItThrow(@ForAll byte[] bytes) {
        assertThat(Charsets.decode(bytes, Optional.empty())).isNotNull();
    }

    private static String text(byte[] bytes) {
        return decode(bytes, Optional.empty());
    }

    private static String decode(byte[] bytes, Optional<Charset> declared) {
        var decoded = Charsets.decode(bytes, declared);
        assertThat(decoded).isInstanceOf(Charsets.Decoded.Text.class);
        return ((Charsets.Decoded.Text) decoded).text();
    }

    private static String why(byte[] bytes) {
        var decoded = Charsets.decode(bytes, Optional.empty());
        assertThat(decoded).isInstanceOf(Charsets.Decoded.NotText.class);
        return ((Charsets.Decoded.NotText) decoded).why();
    }
}
