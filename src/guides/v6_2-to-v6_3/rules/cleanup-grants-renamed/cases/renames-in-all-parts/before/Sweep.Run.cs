namespace Login;

public partial class Sweep
{
    private readonly Dictionary<string, Sweep> _all = new();

    public Task RunAsync(CancellationToken ct) => RemoveExpiredGrantsAsync(ct);

    public async Task AllAsync(IEnumerable<Sweep> sweeps, CancellationToken ct)
    {
        await Task.WhenAll(sweeps.Select(one => one.RemoveExpiredGrantsAsync(ct)));
        foreach (var (_, one) in _all) await one.RunAsync(ct);
    }
}
