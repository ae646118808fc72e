namespace Mine
{
    public class TokenResponse { public string? AccessToken { get; set; } }

    public class Maker
    {
        public TokenResponse Make() => new TokenResponse { AccessToken = "a" };
    }
}
