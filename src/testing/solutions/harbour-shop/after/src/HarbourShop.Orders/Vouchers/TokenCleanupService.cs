namespace HarbourShop.Orders.Vouchers;

/// <summary>Voucher tokens and the discounts granted for them. Has nothing to do with sign-in.</summary>
public class TokenCleanupService
{
    private readonly List<(string Token, DateOnly Until)> _grants = new();

    public void Grant(string token, DateOnly until) => _grants.Add((token, until));

    public Task<int> RemoveExpiredGrantsAsync()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        return Task.FromResult(_grants.RemoveAll(grant => grant.Until < today));
    }
}
