namespace Own;

public class TokenResponse
{
    public string AccessToken { get; set; } = "";
    public string? RefreshToken { get; set; }
}

public static class Clients
{
    public static void SetBearerToken(this HttpClient client, string? token) => client.DefaultRequestHeaders.Add("x", token ?? "");

    // response.AccessToken.Length
    public static string Read(TokenResponse response) => response.AccessToken;

    public static void Use(HttpClient client, TokenResponse response) => client.SetBearerToken(response.RefreshToken);
}
