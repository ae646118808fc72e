using NuGet.Versioning;

// One question per line: V|text, C|a|b, R|range|available. One answer per line; "null": NuGet wouldn't take the text.
while (Console.ReadLine() is { } line)
{
    var parts = line.Split('|');
    Console.WriteLine(parts[0] switch
    {
        "V" => NuGetVersion.TryParse(parts[1], out var version) ? version.ToNormalizedString() : "null",
        "C" => Math.Sign(NuGetVersion.Parse(parts[1]).CompareTo(NuGetVersion.Parse(parts[2]))).ToString(),
        _ => VersionRange.TryParse(parts[1], out var range)
            ? range.FindBestMatch(parts[2].Split(' ').Select(NuGetVersion.Parse))?.ToNormalizedString() ?? "none"
            : "null",
    });
}
