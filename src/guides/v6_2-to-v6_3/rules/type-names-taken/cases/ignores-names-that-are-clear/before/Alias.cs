using Duende.IdentityServer.Models;
using My.Security;
using ProofType = My.Security.ProofType;

namespace Login;

public class Alias
{
    // ProofType
    public ProofType Proof => ProofType.Signed;
    public string Text => "ProofType";
}
