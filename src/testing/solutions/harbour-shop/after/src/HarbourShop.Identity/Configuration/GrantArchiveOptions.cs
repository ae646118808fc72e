namespace HarbourShop.Identity.Configuration;

public class GrantArchiveOptions
{
    public int Hour { get; set; } = 3;

    public int MaxPerSweep { get; set; } = 5000;

    public string File { get; set; } = "grants.csv";
}
