package city.world.kernel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

    @Property
    void sumsAndDifferencesAreThoseOfIntegersModulo128Bits(
            @ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
        var one = new Checksum(a, b);
        var other = new Checksum(c, d);

        assertThat(value(one.plus(other)))
                .isEqualTo(value(one).add(value(other)).mod(MODULUS));
        assertThat(value(one.minus(other)))
                .isEqualTo(value(one).subtract(value(other)).mod(MODULUS));
    }

    @Test
    void neighbouringTextsCannotTradeCharacters() {
        assertThat(checksumOf("ab", "c")).isNotEqualTo(checksumOf("a", "bc"));
        assertThat(checksumOf("", "a")).isNotEqualTo(checksumOf("a", ""));
        assertThat(checksumOf("\0", "")).isNotEqualTo(checksumOf("", "\0"));
    }

    @Test
    void columnsCannotTradeTexts() {
        assertThat(checksumOf("a", "b")).isNotEqualTo(checksumOf("b", "a"));
    }

    private static Checksum checksumOf(String first, String second) {
        var table = new Table("test", "texts");
        var left = table.texts("left");
        var right = table.texts("right");
        table.add();
        left.set(0, first);
        right.set(0, second);
        table.drain();
        return table.checksum();
    }

    private static BigInteger value(Checksum checksum) {
        return new BigInteger(checksum.toString(), 16);
    }
}
