package city.adapter.web.docs;

/// Ids for the examples of the description. They stand for things of the city that is running: whoever reads the
/// description gets real ids in their place, so that every example can be tried.
public final class Examples {
    public static final String DISTRICT = "00000000-0000-8000-8000-0000000d1571";
    public static final String LOCATION = "00000000-0000-8000-8000-00000010ca71";
    public static final String RESIDENT = "00000000-0000-8000-8000-00000000a9e7";
    public static final String OTHER_RESIDENT = "00000000-0000-8000-8000-00000000b9e7";
    public static final String FIRM = "00000000-0000-8000-8000-00000000f1a0";
    public static final String JOB = "00000000-0000-8000-8000-0000000010b0";
    public static final String TRANSFER = "00000000-0000-8000-8000-0000007a5fe4";

    public static final String INTERACTION = "00000000-0000-8000-8000-00000017e4ac";
    public static final String PARTY = "00000000-0000-8000-8000-0000000fa977";
    public static final String HAPPENING = "00000000-0000-8000-8000-0000004a99e0";

    private Examples() {}
}
