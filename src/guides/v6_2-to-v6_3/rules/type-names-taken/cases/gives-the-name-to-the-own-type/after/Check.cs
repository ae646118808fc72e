using Duende.IdentityServer.Models;
using My.Security;
using ProofType = My.Security.ProofType;

namespace Login;

public class Check
{
    public bool IsSigned(ProofType proof) => proof == ProofType.Signed;
}
