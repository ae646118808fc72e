namespace Login;

public partial class Sweep
{
    private readonly Dictionary<string, Sweep> _all = new();

    public Task RunAsync(CancellationToken ct) => CleanupGrantsAsync(ct);

    public async Task AllAsync(IEnumerable<Sweep> sweeps, CancellationToken ct)
    {
        await Task.WhenAll(sweeps.Select(one => one.CleanupGrantsAsync(ct)));
        foreach (var (_, one) in _all) await one.RunAsync(ct);
    }
}
