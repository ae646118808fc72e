namespace Login
{
    using Duende.IdentityServer.Models;
    using My.Security;

    public class Check
    {
        public bool IsSigned(global::My.Security.ProofType proof) => proof == global::My.Security.ProofType.Signed;
    }
}
