using Duende.IdentityServer.Models;
using My.Security;

namespace Login;

public class Check
{
    public bool IsSigned(ProofType proof) => proof == ProofType.Signed;
}
