using My.Security;

namespace Login;

public class One
{
    public ProofType Proof => ProofType.Signed;
    public object Full(Duende.IdentityServer.Models.ProofType other) => other;
}
