namespace Own;

public class Client { public string? ClientId { get; set; } public string? BackChannelLogoutUri { get; set; } }

public class Maker
{
    public Client Make() => new() { ClientId = "x", BackChannelLogoutUri = "https://x" };
}
