using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;

namespace Login;

public class Interaction : AuthorizeInteractionResponseGenerator
{
    protected new virtual async Task<InteractionResponse> ProcessCreateAccountAsync(ValidatedAuthorizeRequest request) => new InteractionResponse();
}

public class Answer : InteractionResponse
{
    public new bool IsCreateAccount { get; set; }
    public new required string ResponseType;
}
