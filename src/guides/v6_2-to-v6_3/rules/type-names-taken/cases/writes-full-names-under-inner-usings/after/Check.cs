namespace Login
{
    using Duende.IdentityServer.Models;
    using My.Security;

    public class Check
    {
        public bool IsSigned(My.Security.ProofType proof) => proof == My.Security.ProofType.Signed;
    }
}
