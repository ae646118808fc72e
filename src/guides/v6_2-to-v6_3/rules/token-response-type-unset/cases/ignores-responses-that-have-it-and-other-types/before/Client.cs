using IdentityModel.Client;

namespace Login
{
    public class Caller
    {
        public object Ask() => new TokenResponse { };
    }
}
