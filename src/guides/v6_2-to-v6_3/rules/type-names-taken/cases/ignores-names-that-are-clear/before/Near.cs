using Duende.IdentityServer.Models;

namespace My.Security.Inner;

public class Near
{
    public ProofType Proof => ProofType.Signed;
}
