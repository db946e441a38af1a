package city.app;

import java.lang.reflect.InvocationTargetException;

/**
 * The JAR's entry. Compiled for Java 8, so that an older Java reads it and says what is missing instead of printing a
 * stack trace about class file versions. Knows the rest of the city by name only.
 */
public final class Launch {
    private static final int NEEDED_JAVA = 25;
    private static final int COULD_NOT_START = 3;
    private static final String MAIN = "city.app.Main";

    private Launch() {}

    public static void main(String[] words) throws Throwable {
        int java = majorVersion(System.getProperty("java.specification.version"));
        if (java < NEEDED_JAVA) {
            System.err.println("city: needs Java " + NEEDED_JAVA + " or later, and this is Java " + java + " ("
                    + System.getProperty("java.home") + "); run the bin/java of a newer one");
            System.exit(COULD_NOT_START);
        }
        try {
            Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object) words);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    /** Java 8 calls itself "1.8", Java 9 and later by their number. */
    static int majorVersion(String specification) {
        String number = specification.startsWith("1.") ? specification.substring(2) : specification;
        return Integer.parseInt(number);
    }
}
