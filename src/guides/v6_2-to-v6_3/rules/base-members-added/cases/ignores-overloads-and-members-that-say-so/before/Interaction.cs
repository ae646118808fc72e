using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;

namespace Login;

public class Interaction : AuthorizeInteractionResponseGenerator
{
    protected Task<InteractionResponse> ProcessCreateAccountAsync(ValidatedAuthorizeRequest request, bool again) => throw new NotSupportedException();
    // protected Task ProcessCreateAccountAsync(ValidatedAuthorizeRequest request)
#if NEVER
    protected Task<InteractionResponse> ProcessCreateAccountAsync(ValidatedAuthorizeRequest request) => throw new NotSupportedException();
#endif
}

public class Other : AuthorizeInteractionResponseGenerator
{
    protected override Task<InteractionResponse> ProcessCreateAccountAsync(ValidatedAuthorizeRequest request) => throw new NotSupportedException();
}

public class Answer : InteractionResponse
{
    public new bool IsCreateAccount { get; set; }
}

public class Mine
{
    public string? ResponseType { get; set; }
}
