namespace Login
{
    using Duende.IdentityServer.Models;
    using My.Security;

    public class Check
    {
        public bool IsSigned(ProofType proof) => proof == ProofType.Signed;
    }
}
